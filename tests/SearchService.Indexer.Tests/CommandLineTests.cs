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

    [Theory]
    [InlineData("There is no command 'bild'. Did you mean build?", "bild", "--articles", "a", "--index", "x")]
    [InlineData("There is no option '--articel'. Did you mean --articles?", "build", "--articel", "a", "--index", "x")]
    [InlineData("There is no option '--stanse'. Did you mean --stance?", "search", "a", "--stanse", "critical", "--index", "x")]
    [InlineData("'b' is a second QUERY. One of several words stands between apostrophes", "search", "a", "b", "--index", "x")]
    [InlineData("There is no command 'frobnicate'.", "frobnicate")]
    [InlineData("--index takes a folder", "stats", "--index", "")]
    [InlineData("--index takes a folder", "build", "--articles", "a", "--index", " ")]
    public void What_is_wrong_on_a_command_line_is_said_first_with_what_may_be_meant(string says, params string[] args)
    {
        Workplace.Ended ended = _place.Run(args);
        Assert.Equal((ExitCodes.Usage, ""), (ended.Code, ended.Output));
        Assert.StartsWith($"error: {says}", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrecognized", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("was not provided", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_a_command_that_is_not_known_are_not_called_wrong()
    {
        Workplace.Ended ended = _place.Run("bild", "--articles", "a", "--index", "x");
        Assert.Equal(["error: There is no command 'bild'. Did you mean build?", "See: indexer --help"], ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void An_index_is_not_built_where_a_file_is()
    {
        Workplace.Ended ended = _place.Run("build", "--articles", _place.Articles, "--index", _place.Write("mine", "kept"));
        Assert.Equal(ExitCodes.Usage, ended.Code);
        Assert.Contains("--index takes a folder", ended.Error, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(_place.PathOf("mine")));
    }
}
