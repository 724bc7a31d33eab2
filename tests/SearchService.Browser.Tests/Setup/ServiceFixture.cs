using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SearchService.Browser.Tests.Setup;

[assembly: AssemblyFixture(typeof(ServiceFixture))]

namespace SearchService.Browser.Tests.Setup;

/// <summary>The product as a new user runs it: the indexer over the sample articles, then the service on a free port.</summary>
public sealed partial class ServiceFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("search-page-");
    private readonly StringBuilder _said = new();
    private Process? _service;

    /// <summary>Gets the address of the page.</summary>
    public Uri Home { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string index = Path.Combine(_folder.FullName, "index");
        using (Process indexer = Start(
            Repository.ProgramOf("SearchService.Indexer", "indexer"),
            ["build", "--articles", Repository.PathOf("samples/articles"), "--outlets", Repository.PathOf("samples/outlets.csv"), "--index", index],
            Note))
        {
            await indexer.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(indexer.ExitCode == 0, $"The indexer ended with {indexer.ExitCode}:\n{Said()}");
        }

        TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _service = Start(Repository.ProgramOf("SearchService.Web"), ["--index", index, "--urls", "http://127.0.0.1:0"], line =>
        {
            Note(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
        });
        Task first = await Task.WhenAny(listening.Task, _service.WaitForExitAsync(), Task.Delay(Patience));
        Assert.True(first == listening.Task, $"The service doesn't listen:\n{Said()}");
        Home = await listening.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            _service.Kill(entireProcessTree: true);
            await _service.WaitForExitAsync();
            _service.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private Process Start(string program, string[] arguments, Action<string> heard)
    {
        ProcessStartInfo start = new("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => heard(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => heard(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Note(string line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }

    private string Said()
    {
        lock (_said)
        {
            return _said.ToString();
        }
    }

    [GeneratedRegex(@"listening on:\s*(http://\S+)")]
    private static partial Regex Listening();
}
