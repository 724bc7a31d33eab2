namespace SearchService.Indexer.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("build")]
    [InlineData("extract")]
    [InlineData("search")]
    [InlineData("stats")]
    [InlineData("check")]
    [InlineData("inspect")]
    public void Every_command_explains_itself_with_an_example(string command)
    {
        Workplace.Ended help = _place.Run(command, "--help");
        Assert.Equal(ExitCodes.Done, help.Code);
        Assert.Contains("Example:", help.Output, StringComparison.Ordinal);
        Assert.Contains($"indexer {command}", help.Output, StringComparison.Ordinal);
        Assert.Contains(command, _place.Run("--help").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("update")]
    [InlineData("build")]
    [InlineData("stats", "--index")]
    [InlineData("search", "a", "b", "--index", "x")]
    public void Wrong_usage_ends_with_2_and_points_to_the_help(params string[] args)
    {
        Workplace.Ended ended = _place.Run(args);
        Assert.Equal((ExitCodes.Usage, ""), (ended.Code, ended.Output));
        Assert.Contains("--help", ended.Error, StringComparison.Ordinal);
    }
}
