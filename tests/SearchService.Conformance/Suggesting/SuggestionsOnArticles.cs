using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Suggesting;

/// <summary>What is suggested for what is typed.</summary>
[Needs(nameof(BackendCapabilities.Suggestions))]
public sealed class SuggestionsOnArticles : IDisposable
{
    private readonly SmallArchives _archives = new(
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
    [EveryBackend("climate chan", "climate chancellor:2 climate change:3 climate chance:1")]
    [EveryBackend("CHAN", "change:3 chancellor:2 chance:1 changeling:1")]
    [EveryBackend("climate +chance chan", "climate +chance chance:1 climate +chance change:1")]
    [EveryBackend("nothing chan", "")]
    [EveryBackend("nothing OR chan", "nothing OR chance:1 nothing OR chancellor:2 nothing OR change:3 nothing OR changeling:1")]
    [EveryBackend("the -chan", "the -chance:2 the -chancellor:2 the -change:1 the -changeling:2")]
    [EveryBackend("culture -chan", "")] // nothing would be left
    [EveryBackend("(climate chanc", "(climate chance:1 (climate chancellor:2")]
    [EveryBackend("well-kno", "well-known:1")]
    [EveryBackend("caf", "cafe:2")]
    [EveryBackend("verbatim:caf", "verbatim:cafe:1 verbatim:café:1")]
    [EveryBackend("CAFÉ", "cafe:2")]
    [EveryBackend("title:chan", "title:chancellor:1 title:change:2")]
    [EveryBackend("author:gar", "author:garcía:2 author:garner:1")]
    [EveryBackend("source:gul", "source:gull:3")]
    [EveryBackend("said:chan", "")]
    [EveryBackend("stance:c", "")]
    [EveryBackend("date:2022", "")]
    [EveryBackend("climate chan ", "")]
    [EveryBackend("climate chan.", "")]
    [EveryBackend("\"climate chan", "")]
    [EveryBackend("climate chan*", "")]
    [EveryBackend("climate chan~", "")]
    [EveryBackend("climate NEAR/3 chan", "climate NEAR/3 chance:1 climate NEAR/3 chancellor:1 climate NEAR/3 change:3")]
    [EveryBackend("climate \\chan", "climate \\chance:1 climate \\chancellor:2 climate \\change:3")]
    [EveryBackend("climate ch\\an", "")]
    [EveryBackend("climate OR", "")]
    [EveryBackend("C++", "")]
    [EveryBackend("", "")]
    [EveryBackend("...", "")]
    [EveryBackend("\ud83d", "")]
    public void The_last_word_is_completed(IBackend backend, string query, string expected)
    {
        SuggestResponse response = Suggest(backend, query);
        Assert.Equal(Pairs(expected).Order(StringComparer.Ordinal), response.Completions.Select(each => $"{each.Text}:{each.Count}").Order(StringComparer.Ordinal));
        Assert.Equal(response.Completions.OrderByDescending(each => each.Count).ThenBy(each => each.Text, StringComparer.Ordinal), response.Completions);
        Assert.All(response.Completions, each => Assert.Equal(_archives.On(backend).Search(each.Text).Total, each.Count));
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
    [EveryBackend("chan", "2 3")] // the latest first; the same headline once
    [EveryBackend("again clim", "3")]
    [EveryBackend("jose", "2")]
    [EveryBackend("climate gull", "")]
    [EveryBackend("date:2022-01-01 clim", "1")]
    [EveryBackend("clim date:2022-01-01", "")] // no word by now
    [EveryBackend("-chan", "")]
    [EveryBackend("date:2022", "")]
    [EveryBackend("\"change, again\"", "3")]
    public void Headlines_hold_all_that_is_typed(IBackend backend, string query, string ids)
    {
        SuggestResponse response = Suggest(backend, query);
        Assert.Equal(ids, string.Join(' ', response.Titles.Select(title => title.Id)));
        Assert.All(response.Titles, title => Assert.NotEmpty(title.Highlights));
    }

    [Theory]
    [EveryBackend("gar", "José García-Müller:2 Jose Garner:1", "")]
    [EveryBackend("jose gar", "José García-Müller:2 Jose Garner:1", "")]
    [EveryBackend("García JOSÉ", "José García-Müller:2", "")]
    [EveryBackend("mul", "José García-Müller:2", "")]
    [EveryBackend("hall", "Ann Hall:1", "")] // not the co-author
    [EveryBackend("ann gar", "", "")] // of two people
    [EveryBackend("gu", "", "The Harbour Gull:2 Gull & Sons:1")]
    [EveryBackend("the gull", "", "The Harbour Gull:2")]
    [EveryBackend("climate author:gar", "José García-Müller:2 Jose Garner:1", "")]
    [EveryBackend("gull OR gar", "", "")]
    [EveryBackend("-gull", "", "")]
    public void Names_have_all_the_words_typed(IBackend backend, string query, string authors, string sources)
    {
        SuggestResponse response = Suggest(backend, query);
        Assert.Equal(authors, string.Join(' ', response.Authors.Select(name => $"{name.Name}:{name.Count}")));
        Assert.Equal(sources, string.Join(' ', response.Sources.Select(name => $"{name.Name}:{name.Count}")));
    }

    [Theory]
    [EveryBackend("climate chnage", "climate change", 3)]
    [EveryBackend("climate chnage ", "climate change ", 3)]
    [EveryBackend("+CLIMAET (chnage)", "+climate (change)", 3)]
    [EveryBackend("author:garcai", "author:garcia", 2)] // as it is without its mark, which finds both
    [EveryBackend("wlel-known", "well-known", 1)]
    [EveryBackend("goverment shutdwon,", "government shutdown,", 1)]
    [EveryBackend("climate chan", null, 0)] // may go on
    [EveryBackend("climate cahn", null, 0)] // nothing is near
    [EveryBackend("hall", null, 0)] // a name
    [EveryBackend("change shutdown", null, 0)] // both are there, in different articles
    [EveryBackend("climate -chnage", null, 0)]
    [EveryBackend("\"climate chnage\"", null, 0)]
    [EveryBackend("chnage date:2023", null, 0)] // would find nothing
    [EveryBackend("2122", null, 0)]
    public void A_query_that_finds_nothing_is_spelt_otherwise(IBackend backend, string query, string? meant, int count)
    {
        Assert.Equal(meant is null ? null : new QuerySuggestion(meant, count), Suggest(backend, query).DidYouMean);
        if (meant is not null)
        {
            Assert.Equal(count, _archives.On(backend).Search(meant).Total);
        }
    }

    [Theory, EveryBackend]
    public void A_search_that_finds_nothing_says_what_may_be_meant_under_the_same_filters(IBackend backend)
    {
        FacetFilter gull = new(FacetFields.Source, ["The Harbour Gull"], []);
        Assert.Equal(new QuerySuggestion("climate change", 3), _archives.On(backend).Search("climate chnage").DidYouMean);
        Assert.Equal(new QuerySuggestion("climate change", 2), _archives.On(backend).Search("climate chnage", gull).DidYouMean);
        Assert.Null(_archives.On(backend).Search("government chnage", new FacetFilter(FacetFields.Source, ["Alba"], [])).DidYouMean);
        Assert.Null(_archives.On(backend).Search("climate change").DidYouMean);
    }

    [Theory, EveryBackend]
    public void A_misspelling_that_the_archive_shares_is_corrected_when_nothing_has_all_words(IBackend backend)
    {
        Article[] articles = [.. Enumerable.Range(0, 30).Select(i => SmallArchive.Article($"{i}", i == 0 ? "goverment" : "government shutdown"))];
        using SmallArchive archive = new(backend, articles);
        Assert.Equal(new QuerySuggestion("government shutdown", 29), archive.Search("goverment shutdown").DidYouMean);
        Assert.Null(archive.Search("goverment").DidYouMean);
        Assert.Equal(new QuerySuggestion("government shutdown", 29), archive.Search("goverment shutdwon").DidYouMean);
    }

    [Theory, EveryBackend]
    public void The_limit_is_of_each_kind(IBackend backend)
    {
        SuggestResponse one = Suggest(backend, "chan", 1);
        Assert.Equal([new QuerySuggestion("chancellor", 2)], one.Completions); // "changes" and "changing" are other words, as written
        Assert.Single(one.Titles);
        SuggestResponse none = Suggest(backend, "chan", 0);
        Assert.True(none.Completions.IsEmpty && none.Titles.IsEmpty && none.Authors.IsEmpty && none.Sources.IsEmpty);
        Assert.Equal("out_of_range", Assert.Throws<InvalidRequestException>(() => Suggest(backend, "chan", 51)).Code);
        Assert.Throws<InvalidRequestException>(() => Suggest(backend, "chan", -1));
    }

    [Theory, EveryBackend]
    public void A_query_that_is_too_long_gets_a_notice_and_no_suggestions(IBackend backend)
    {
        SuggestResponse response = Suggest(backend, string.Concat(Enumerable.Repeat("climate ", 80)) + "chan");
        Assert.Empty(response.Completions);
        Assert.Contains(response.Query.Notices, notice => notice.Code == "query_too_long");
    }

    [Theory, EveryBackend]
    public void Suggestions_are_of_the_generation_they_name(IBackend backend)
    {
        _archives.On(backend).Build([SmallArchive.Article("5", "changed chants")], out _);
        Assert.Equal(1, Suggest(backend, "chan").Index.Generation);
        Assert.True(_archives.On(backend).Index.Refresh());
        SuggestResponse response = Suggest(backend, "chan");
        Assert.Equal((2, "changed chants"), ((int)response.Index.Generation, string.Join(' ', response.Completions.Select(each => each.Text))));
    }

    [Theory, EveryBackend]
    public void It_can_be_cancelled(IBackend backend)
    {
        SuggestQuery query = new() { Root = Core.Queries.QueryParser.Parse("chan").Root, Size = 5 };
        Assert.Throws<OperationCanceledException>(() => _archives.On(backend).Index.Suggest(query, new CancellationToken(canceled: true)));
    }

    public void Dispose() => _archives.Dispose();

    private SuggestResponse Suggest(IBackend backend, string query, int size = 8) =>
        new ArticleSearch(_archives.On(backend).Index).Suggest(new SuggestRequest { Query = query, Size = size }, CancellationToken.None);
}
