using System.Diagnostics;
using System.Text.RegularExpressions;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>Every example of docs/api.md is run as it stands there, and prints what stands below it.</summary>
public sealed partial class DocumentedExamples(DocumentedExamples.ListeningServices services) : IClassFixture<DocumentedExamples.ListeningServices>
{
    private const string Address = "http://127.0.0.1:5080";

    public static IEnumerable<TheoryDataRow<string, int>> Numbers =>
        from backend in ServedBackend.Choice.Names
        from number in Enumerable.Range(0, Examples().Length)
        select new TheoryDataRow<string, int>(backend, number) { Traits = { ["backend"] = [backend] } };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_prints_what_the_documentation_says(string backend, int number)
    {
        Assert.SkipUnless(Runs("curl --version && jq --version"), "The examples need sh, curl and jq, which are not on this machine.");
        (string command, string expected) = Examples()[number];
        string address = services.On(backend).ClientOptions.BaseAddress.ToString().TrimEnd('/');
        (int code, string output) = Run(command.Replace(Address, address, StringComparison.Ordinal));
        Assert.Equal(0, code);
        Assert.Equal(expected.Trim().Replace("\"embedded\"", $"\"{backend}\"", StringComparison.Ordinal), output.Trim()); // all that may differ is its name
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

    /// <summary>Each service on a port of its own.</summary>
    public sealed class ListeningServices : ServicesUnderTest
    {
        /// <inheritdoc/>
        protected override void Start(ServiceUnderTest service)
        {
            service.UseKestrel(0);
            service.StartServer();
        }
    }

    [GeneratedRegex("^```sh\n(?<command>.*?)\n```\n```\n(?<expected>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
