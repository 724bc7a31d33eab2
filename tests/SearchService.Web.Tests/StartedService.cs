using System.Diagnostics;

namespace SearchService.Web.Tests;

/// <summary>The service as it is started from a command line.</summary>
public sealed class StartedService
{
    [Fact]
    public async Task Help_says_what_can_be_given()
    {
        (int code, string output, string error) = await RunAsync("--help");
        Assert.Equal((0, ""), (code, error));
        foreach (string option in (string[])["--index", "--backend", "--urls"])
        {
            Assert.Contains(option, output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("There is no option --port. A port is part of --urls", "--port", "5081")]
    [InlineData("There is no option --indx", "--indx", "index/main")]
    [InlineData("'index/main' is no option", "index/main")]
    [InlineData("--index needs a value", "--index", "--urls", "http://127.0.0.1:0")]
    [InlineData("--index needs a value", "--index")]
    [InlineData("'nowhere'", "--urls", "nowhere")]
    [InlineData("'Service:SearchTimeout'", "--Service:SearchTimeout", "soon", "--urls", "http://127.0.0.1:0")]
    [InlineData("SearchTimeout must be between", "--Service:SearchTimeout=09:00:00", "--urls", "http://127.0.0.1:0")]
    public async Task What_can_not_be_used_is_named_in_one_line_and_the_service_ends(string says, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);
        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        string program = Path.Combine(AppContext.BaseDirectory, "SearchService.Web.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancelled);
        string error = await process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return (process.ExitCode, await output, error);
    }
}
