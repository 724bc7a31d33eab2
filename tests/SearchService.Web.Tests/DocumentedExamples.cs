using System.Diagnostics;
using System.Text.RegularExpressions;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>Every example of docs/api.md is run as it stands there, and prints what stands below it.</summary>
public sealed partial class DocumentedExamples(DocumentedExamples.ListeningService listening) : IClassFixture<DocumentedExamples.ListeningService>
{
    private const string Address = "http://127.0.0.1:5080";

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Examples().Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_prints_what_the_documentation_says(int number)
    {
        Assert.SkipUnless(Runs("curl --version && jq --version"), "The examples need sh, curl and jq, which are not on this machine.");
        (string command, string expected) = Examples()[number];
        string address = listening.Service.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        (int code, string output) = Run(command.Replace(Address, address, StringComparison.Ordinal));
        Assert.Equal(0, code);
        Assert.Equal(expected.Trim(), output.Trim());
    }

    private static (string Command, string Expected)[] Examples() =>
    [
        .. Example().Matches(File.ReadAllText(Path.Combine(SampleIndex.Repository, "docs", "api.md")).ReplaceLineEndings("\n"))
            .Select(match => (match.Groups["command"].Value, match.Groups["expected"].Value)),
    ];

    private static bool Runs(string command) => !OperatingSystem.IsWindows() && Run(command).Code == 0;

    private static (int Code, string Output) Run(string command)
    {
        using Process shell = Process.Start(new ProcessStartInfo("sh") { ArgumentList = { "-c", command }, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = shell.StandardError.ReadToEndAsync();
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output);
    }

    /// <summary>The service on a port of its own.</summary>
    public sealed class ListeningService : IDisposable
    {
        /// <summary>Starts it.</summary>
        public ListeningService()
        {
            Service.UseKestrel(0);
            Service.StartServer();
        }

        internal ServiceUnderTest Service { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => Service.Dispose();
    }

    [GeneratedRegex("^```sh\n(?<command>.*?)\n```\n```\n(?<expected>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
