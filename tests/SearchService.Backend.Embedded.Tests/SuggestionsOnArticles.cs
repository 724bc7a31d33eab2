using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>What is suggested for what is typed.</summary>
public sealed class SuggestionsOnArticles : IDisposable
{
    private readonly SmallArchive _archive = new(
        SmallArchive.Article("1", "The climate changes. A chance for change.", "Climate change, again") with
        {
            Source = "The Harbour Gull",
            Authors = ["José García-Müller", "Ann Hall"],
            Date = ArticleDate.OfDay(new DateOnly(2022, 1, 1)),
        },
        SmallArchive.Article("2", "Changing climates; the chancellor.", "Chancellor José speaks") with
        {
            Source = "Gull & Sons",
            Authors = ["Jose Garner"],
            Date = ArticleDate.OfDay(new DateOnly(2022, 1, 3)),
        },
        SmallArchive.Article("3", "No chancellor, well-known café culture. Government shutdown.", "Climate change, again") with
        {
            Source = "The Harbour Gull",
            Authors = ["José García-Müller"],
            Date = ArticleDate.OfDay(new DateOnly(2022, 1, 2)),
        },
        SmallArchive.Article("4", "The cafe of the Gull. Changeling.") with { Source = "Alba" });

    [Theory]
    [InlineData("climate chan", "climate chancellor:2 climate change:3 climate chance:1")]
    [InlineData("CHAN", "change:3 chancellor:2 chance:1 changeling:1")]
    [InlineData("climate +chance chan", "climate +chance chance:1 climate +chance change:1")]
    [InlineData("nothing chan", "")]
    [InlineData("nothing OR chan", "nothing OR chance:1 nothing OR chancellor:2 nothing OR change:3 nothing OR changeling:1")]
    [InlineData("the -chan", "the -chance:2 the -chancellor:2 the -change:1 the -changeling:2")]
    [InlineData("culture -chan", "")] // nothing would be left
    [InlineData("(climate chanc", "(climate chance:1 (climate chancellor:2")]
    [InlineData("well-kno", "well-known:1")]
    [InlineData("caf", "cafe:2")]
    [InlineData("verbatim:caf", "verbatim:cafe:1 verbatim:café:1")]
    [InlineData("CAFÉ", "cafe:2")]
    [InlineData("title:chan", "title:chancellor:1 title:change:2")]
    [InlineData("author:gar", "author:garcía:2 author:garner:1")]
    [InlineData("source:gul", "source:gull:3")]
    [InlineData("said:chan", "")]
    [InlineData("stance:c", "")]
    [InlineData("date:2022", "")]
    [InlineData("climate chan ", "")]
    [InlineData("climate chan.", "")]
    [InlineData("\"climate chan", "")]
    [InlineData("climate chan*", "")]
    [InlineData("climate chan~", "")]
    [InlineData("climate NEAR/3 chan", "climate NEAR/3 chance:1 climate NEAR/3 chancellor:1 climate NEAR/3 change:3")]
    [InlineData("climate \\chan", "climate \\chance:1 climate \\chancellor:2 climate \\change:3")]
    [InlineData("climate ch\\an", "")]
    [InlineData("climate OR", "")]
    [InlineData("C++", "")]
    [InlineData("", "")]
    [InlineData("...", "")]
    [InlineData("\ud83d", "")]
    public void The_last_word_is_completed(string query, string expected)
    {
        SuggestResponse response = Suggest(query);
        Assert.Equal(Pairs(expected).Order(StringComparer.Ordinal), response.Completions.Select(each => $"{each.Text}:{each.Count}").Order(StringComparer.Ordinal));
        Assert.Equal(response.Completions.OrderByDescending(each => each.Count).ThenBy(each => each.Text, StringComparer.Ordinal), response.Completions);
        Assert.All(response.Completions, each => Assert.Equal(_archive.Search(each.Text).Total, each.Count));
        Assert.False(response.AreCompletionsPartial);

        static IEnumerable<string> Pairs(string text)
        {
            int start = 0;
            for (int at = 0; at < text.Length; at++)
            {
                if (char.IsAsciiDigit(text[at]) && text[at - 1] == ':' && (at + 1 == text.Length || text[at + 1] == ' '))
                {
                    yield return text[start..(at + 1)];
                    start = at + 2;
                }
            }
        }
    }

    [Theory]
    [InlineData("chan", "2 3")] // the latest first; the same headline once
    [InlineData("again clim", "3")]
    [InlineData("jose", "2")]
    [InlineData("climate gull", "")]
    [InlineData("date:2022-01-01 clim", "1")]
    [InlineData("clim date:2022-01-01", "")] // no word by now
    [InlineData("-chan", "")]
    [InlineData("date:2022", "")]
    [InlineData("\"change, again\"", "3")]
    public void Headlines_hold_all_that_is_typed(string query, string ids)
    {
        SuggestResponse response = Suggest(query);
        Assert.Equal(ids, string.Join(' ', response.Titles.Select(title => title.Id)));
        Assert.All(response.Titles, title => Assert.NotEmpty(title.Highlights));
    }

    [Theory]
    [InlineData("gar", "José García-Müller:2 Jose Garner:1", "")]
    [InlineData("jose gar", "José García-Müller:2 Jose Garner:1", "")]
    [InlineData("García JOSÉ", "José García-Müller:2", "")]
    [InlineData("mul", "José García-Müller:2", "")]
    [InlineData("hall", "Ann Hall:1", "")] // not the co-author
    [InlineData("ann gar", "", "")] // of two people
    [InlineData("gu", "", "The Harbour Gull:2 Gull & Sons:1")]
    [InlineData("the gull", "", "The Harbour Gull:2")]
    [InlineData("climate author:gar", "José García-Müller:2 Jose Garner:1", "")]
    [InlineData("gull OR gar", "", "")]
    [InlineData("-gull", "", "")]
    public void Names_have_all_the_words_typed(string query, string authors, string sources)
    {
        SuggestResponse response = Suggest(query);
        Assert.Equal(authors, string.Join(' ', response.Authors.Select(name => $"{name.Name}:{name.Count}")));
        Assert.Equal(sources, string.Join(' ', response.Sources.Select(name => $"{name.Name}:{name.Count}")));
    }

    [Theory]
    [InlineData("climate chnage", "climate change", 3)]
    [InlineData("climate chnage ", "climate change ", 3)]
    [InlineData("+CLIMAET (chnage)", "+climate (change)", 3)]
    [InlineData("author:garcai", "author:garcia", 2)] // as it is without its mark, which finds both
    [InlineData("wlel-known", "well-known", 1)]
    [InlineData("goverment shutdwon,", "government shutdown,", 1)]
    [InlineData("climate chan", null, 0)] // may go on
    [InlineData("climate cahn", null, 0)] // nothing is near
    [InlineData("hall", null, 0)] // a name
    [InlineData("change shutdown", null, 0)] // both are there, in different articles
    [InlineData("climate -chnage", null, 0)]
    [InlineData("\"climate chnage\"", null, 0)]
    [InlineData("chnage date:2023", null, 0)] // would find nothing
    [InlineData("2122", null, 0)]
    public void A_query_that_finds_nothing_is_spelt_otherwise(string query, string? meant, int count)
    {
        Assert.Equal(meant is null ? null : new QuerySuggestion(meant, count), Suggest(query).DidYouMean);
        if (meant is not null)
        {
            Assert.Equal(count, _archive.Search(meant).Total);
        }
    }

    [Fact]
    public void A_search_that_finds_nothing_says_what_may_be_meant_under_the_same_filters()
    {
        FacetFilter gull = new(FacetFields.Source, ["The Harbour Gull"], []);
        Assert.Equal(new QuerySuggestion("climate change", 3), _archive.Search("climate chnage").DidYouMean);
        Assert.Equal(new QuerySuggestion("climate change", 2), _archive.Search("climate chnage", gull).DidYouMean);
        Assert.Null(_archive.Search("government chnage", new FacetFilter(FacetFields.Source, ["Alba"], [])).DidYouMean);
        Assert.Null(_archive.Search("climate change").DidYouMean);
    }

    [Fact]
    public void A_misspelling_that_the_archive_shares_is_corrected_when_nothing_has_all_words()
    {
        Article[] articles = [.. Enumerable.Range(0, 30).Select(i => SmallArchive.Article($"{i}", i == 0 ? "goverment" : "government shutdown"))];
        using SmallArchive archive = new(articles);
        Assert.Equal(new QuerySuggestion("government shutdown", 29), archive.Search("goverment shutdown").DidYouMean);
        Assert.Null(archive.Search("goverment").DidYouMean);
        Assert.Equal(new QuerySuggestion("government shutdown", 29), archive.Search("goverment shutdwon").DidYouMean);
    }

    [Fact]
    public void The_limit_is_of_each_kind()
    {
        SuggestResponse one = Suggest("chan", 1);
        Assert.Equal([new QuerySuggestion("chancellor", 2)], one.Completions); // "changes" and "changing" are other words, as written
        Assert.Single(one.Titles);
        SuggestResponse none = Suggest("chan", 0);
        Assert.True(none.Completions.IsEmpty && none.Titles.IsEmpty && none.Authors.IsEmpty && none.Sources.IsEmpty);
        Assert.Equal("out_of_range", Assert.Throws<InvalidRequestException>(() => Suggest("chan", 51)).Code);
        Assert.Throws<InvalidRequestException>(() => Suggest("chan", -1));
    }

    [Fact]
    public void A_query_that_is_too_long_gets_a_notice_and_no_suggestions()
    {
        SuggestResponse response = Suggest(string.Concat(Enumerable.Repeat("climate ", 80)) + "chan");
        Assert.Empty(response.Completions);
        Assert.Contains(response.Query.Notices, notice => notice.Code == "query_too_long");
    }

    [Fact]
    public void Suggestions_are_of_the_generation_they_name()
    {
        _archive.Build([SmallArchive.Article("5", "changed chants")], out _);
        Assert.Equal(1, Suggest("chan").Index.Generation);
        Assert.True(_archive.Index.Refresh());
        SuggestResponse response = Suggest("chan");
        Assert.Equal((2, "changed chants"), ((int)response.Index.Generation, string.Join(' ', response.Completions.Select(each => each.Text))));
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        SuggestQuery query = new() { Root = Core.Queries.QueryParser.Parse("chan").Root, Size = 5 };
        Assert.Throws<OperationCanceledException>(() => _archive.Index.Suggest(query, new CancellationToken(canceled: true)));
    }

    public void Dispose() => _archive.Dispose();

    private SuggestResponse Suggest(string query, int size = 8) =>
        new ArticleSearch(_archive.Index).Suggest(new SuggestRequest { Query = query, Size = size }, CancellationToken.None);
}
