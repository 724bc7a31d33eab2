using System.Text.Json;

namespace SearchService.Indexer.Tests.Commands;

public sealed class BackendTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("build", "--articles", "x")]
    [InlineData("search", "x")]
    [InlineData("stats")]
    [InlineData("check")]
    [InlineData("inspect")]
    [InlineData("verify", "x")]
    public void A_backend_that_was_not_built_in_is_wrong_usage_which_lists_those_that_were(string command, params string[] more)
    {
        Workplace.Ended ended = _place.Run([command, .. more, "--index", _place.Index, "--backend", "papyrus"]);
        Assert.Equal((ExitCodes.Usage, ""), (ended.Code, ended.Output));
        Assert.Contains("'papyrus'", ended.Error, StringComparison.Ordinal);
        Assert.Contains("embedded", ended.Error, StringComparison.Ordinal);
        Assert.Contains("lucene", ended.Error, StringComparison.Ordinal); // built in, or how it would be
        Assert.False(Directory.Exists(_place.Index));
    }

    [Fact]
    public void A_backend_is_chosen_by_its_name_before_the_command_or_after_it()
    {
        Assert.Equal(ExitCodes.Done, _place.Build("--backend", "embedded").Code);
        Workplace.Ended stats = _place.Run("--backend", "embedded", "stats", "--index", _place.Index);
        Assert.Contains("backend embedded", stats.Output, StringComparison.Ordinal);
        JsonElement json = _place.Run("stats", "--index", _place.Index, "--json").Json;
        Assert.Equal("embedded", json.GetProperty("backend").GetString());
        Assert.True(json.GetProperty("capabilities").GetProperty("regularExpressions").GetBoolean());
    }

    [Theory]
    [InlineData("search", "x")]
    [InlineData("stats")]
    [InlineData("check")]
    [InlineData("inspect")]
    [InlineData("inspect", "--field", "text")]
    [InlineData("verify", "x")]
    [InlineData("build", "--if-changed")]
    public void An_index_of_another_backend_ends_with_3_and_both_names_and_is_left_as_it_was(string command, params string[] more)
    {
        _place.Build();
        _place.Write("index/backend", "papyrus\n");
        byte[] manifest = File.ReadAllBytes(Path.Combine(_place.Index, "manifest"));
        Workplace.Ended ended = command == "build" ? _place.Build(more) : _place.Run([command, .. more, "--index", _place.Index]);
        Assert.Equal((ExitCodes.Index, ""), (ended.Code, ended.Output));
        Assert.Contains("'papyrus'", ended.Error, StringComparison.Ordinal);
        Assert.Contains("'embedded'", ended.Error, StringComparison.Ordinal);
        Assert.Contains("--index", ended.Error, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllBytes(Path.Combine(_place.Index, "manifest")));
    }
}
