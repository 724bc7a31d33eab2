using System.Text.Json;

namespace SearchService.Indexer.Tests.Commands;

public sealed class QueryingTests : IDisposable
{
    private readonly Workplace _place = new();

    public QueryingTests() => Assert.Equal(ExitCodes.Done, _place.Build().Code);

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_search_shows_articles_passages_and_facets()
    {
        Workplace.Ended found = Search("\"the strait stays open\"");
        Assert.Equal(ExitCodes.Done, found.Code);
        Assert.StartsWith("1 articles", found.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Harbour talks begin", found.Output, StringComparison.Ordinal);
        Assert.Contains("The Strait Times · GB · neutral · 2022-01-13", found.Output, StringComparison.Ordinal);
        Assert.Contains("»the strait stays open«", found.Output.Replace("« »", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("stance: neutral 1", found.Output, StringComparison.Ordinal);
        Assert.Equal("", found.Error);
    }

    [Fact]
    public void A_search_that_finds_nothing_says_why_and_lists_no_facet_without_values()
    {
        Workplace.Ended found = Search("rained", "--source", "Hill Post");
        Assert.Equal(ExitCodes.Done, found.Code);
        Assert.StartsWith("0 articles", found.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("country:", found.Output, StringComparison.Ordinal);
        Assert.Contains("note: rained alone is in 0 articles", found.Error, StringComparison.Ordinal);
        Assert.Contains("note: without --source there are 1 articles", found.Error, StringComparison.Ordinal);

        Workplace.Ended misspelt = Search("harbuor");
        Assert.Contains("note: Did you mean: harbour (2 articles)", misspelt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_there_is_not_is_told_so()
    {
        Workplace.Ended none = _place.Run("inspect", "--index", _place.Index, "--field", "text", "--term", "Ministers");
        Assert.Equal((ExitCodes.Done, ""), (none.Code, none.Output));
        Assert.Contains("There is no such term", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_as_json_has_the_form_of_the_endpoint()
    {
        JsonElement answer = Search("harbour", "--json", "--size", "1", "--interval", "month").Json;
        Assert.Equal(2, answer.GetProperty("total").GetInt64());
        Assert.Equal("harbour", answer.GetProperty("query").GetProperty("input").GetString());
        Assert.Equal((1, 3), (answer.GetProperty("index").GetProperty("generation").GetInt32(), answer.GetProperty("index").GetProperty("articles").GetInt32()));
        JsonElement hit = answer.GetProperty("hits").EnumerateArray().Single();
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        Assert.Equal([0, 7], hit.GetProperty("titleHighlights")[0].EnumerateArray().Select(static at => at.GetInt32()));
        Assert.Equal(2, answer.GetProperty("facets").GetProperty("stance").GetProperty("distinct").GetInt32());
        Assert.Equal("month", answer.GetProperty("histogram").GetProperty("interval").GetString());
        string cursor = answer.GetProperty("next").GetString()!;
        JsonElement next = Search("harbour", "--json", "--size", "1", "--interval", "month", "--cursor", cursor).Json;
        Assert.NotEqual(hit.GetProperty("id").GetString(), next.GetProperty("hits")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_hit_shows_what_was_said_and_by_whom()
    {
        Workplace.Ended found = Search("said:strait");
        Assert.Contains("“the »strait« stays open” — ministers", found.Output, StringComparison.Ordinal);

        JsonElement quote = Search("said:strait", "--json").Json.GetProperty("hits")[0].GetProperty("quotes")[0];
        Assert.Equal("the strait stays open", quote.GetProperty("text").GetString());
        Assert.Equal("The ministers", quote.GetProperty("speakerAs").GetString());
        Assert.Equal([0, 13], quote.GetProperty("speakerSpan").EnumerateArray().Select(static at => at.GetInt32()));
        Assert.Equal([4, 10], quote.GetProperty("highlights")[0].EnumerateArray().Select(static at => at.GetInt32()));
    }

    [Theory]
    [InlineData("--stance", "critical", "2")]
    [InlineData("--stance", "_missing", "3")]
    [InlineData("--country", "GB", "1")]
    [InlineData("--date", "2022-01..2022-01", "1")]
    [InlineData("--source", "Hill Post", "2")]
    public void Filters_narrow_a_search(string option, string value, string id)
    {
        JsonElement answer = Search("", "--json", option, value).Json;
        Assert.Equal([id], answer.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_filter_excludes_with_a_minus()
    {
        JsonElement answer = Search("", "--json", "--stance=-critical", "--stance=-_missing").Json;
        Assert.Equal("1", Assert.Single(answer.GetProperty("hits").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void What_was_not_understood_is_noted_or_refused_if_strict()
    {
        Workplace.Ended noted = Search("harbour AND (");
        Assert.Equal(ExitCodes.Done, noted.Code);
        Assert.Contains("note: ", noted.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, Search("harbour AND (", "--strict").Code);
    }

    [Theory]
    [InlineData("--sort", "sideways")]
    [InlineData("--sort", "1")]
    [InlineData("--interval", "century")]
    [InlineData("--facets", "colour")]
    [InlineData("--size", "-1")]
    [InlineData("--date", "someday")]
    public void What_cannot_be_asked_ends_with_2(string option, string value) => Assert.Equal(ExitCodes.Usage, Search("x", $"{option}={value}").Code);

    [Fact]
    public void Stats_say_what_is_in_the_index()
    {
        Workplace.Ended stats = _place.Run("stats", "--index", _place.Index);
        Assert.Contains("3 articles", stats.Output, StringComparison.Ordinal);
        Assert.Contains("2022-01-13 to 2022-02-28", stats.Output, StringComparison.Ordinal);
        Assert.Contains("Hill Post 1", stats.Output, StringComparison.Ordinal);
        JsonElement json = _place.Run("stats", "--index", _place.Index, "--json").Json;
        Assert.Equal(1, json.GetProperty("facets").GetProperty("date").GetProperty("missing").GetInt64());
        Assert.True(json.GetProperty("sizeInBytes").GetInt64() > 0);
        Assert.NotEmpty(json.GetProperty("properties").GetProperty("inputs").GetString()!);
    }

    [Fact]
    public void A_check_finds_nothing_in_a_whole_index_and_says_where_one_is_damaged()
    {
        Workplace.Ended sound = _place.Run("check", "--index", _place.Index);
        Assert.Equal(ExitCodes.Done, sound.Code);
        Assert.Contains("sound; 4 articles and quotations", sound.Output, StringComparison.Ordinal);

        string file = Directory.GetFiles(_place.Index, "s*.postings").Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(file, bytes);
        Workplace.Ended damaged = _place.Run("check", "--index", _place.Index);
        Assert.Equal(ExitCodes.Index, damaged.Code);
        Assert.Contains(Path.GetFileName(file), damaged.Lines[0], StringComparison.Ordinal);
        Assert.Contains("damaged", damaged.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_inspection_goes_from_segments_to_positions()
    {
        string overview = _place.Run("inspect", "--index", _place.Index).Output;
        Assert.Contains("generation 1", overview, StringComparison.Ordinal);
        Assert.Contains("title Text: 3 documents", overview, StringComparison.Ordinal);

        Workplace.Ended terms = _place.Run("inspect", "--index", _place.Index, "--field", "text", "--form", "written", "--prefix", "st");
        Assert.Equal(["stays", "strait"], terms.Lines.Select(static line => line.Split(' ')[1].TrimEnd(':')));

        Workplace.Ended postings = _place.Run("inspect", "--index", _place.Index, "--field", "title", "--term", "talk");
        Assert.EndsWith(": 1", postings.Lines[1], StringComparison.Ordinal);

        JsonElement article = _place.Run("inspect", "--index", _place.Index, "--document", "3").Json;
        Assert.Equal(("Weather", "1/21"), (article.GetProperty("title").GetString(), article.GetProperty("dateAsGiven").GetString()));
    }

    [Theory]
    [InlineData("--field", "colour")]
    [InlineData("--field", "id")]
    [InlineData("--term", "x")]
    [InlineData("--document", "99")]
    public void What_cannot_be_inspected_ends_with_2(string option, string value) =>
        Assert.Equal(ExitCodes.Usage, _place.Run("inspect", "--index", _place.Index, option, value).Code);

    [Theory]
    [InlineData("search", "x")]
    [InlineData("stats", null)]
    [InlineData("check", null)]
    [InlineData("inspect", null)]
    public void Where_there_is_no_index_commands_end_with_3(string command, string? argument)
    {
        Workplace.Ended ended = _place.Run([command, .. argument is null ? (string[])[] : [argument], "--index", _place.PathOf("nowhere")]);
        Assert.Equal(ExitCodes.Index, ended.Code);
        Assert.Contains("nowhere", ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    private Workplace.Ended Search(string query, params string[] more) => _place.Run(["search", query, "--index", _place.Index, .. more]);
}
