using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Names;

/// <summary>A name in a query finds its other spellings in the archive, and only those; through parser, widening and engine.</summary>
public sealed class NamesInQueries : IDisposable
{
    private readonly SmallArchives _archives = new(
        Article("kazakh", "Kassym-Jomart Tokayev spoke of order today.", "Kassym-Jomart Tokayev"),
        Article("short", "Kasym-Zhomart Tokaev spoke of order today.", "Kasym-Zhomart Tokaev"),
        Article("russian", "Касым-Жомарт Токаев говорил о порядке. Войска Токаева ушли.", "Касым-Жомарт Токаев") with { Language = "ru" },
        Article("army", "The Polish army polishes its boots.", "Boris Bush"),
        Article("clerk", "Jan Polisch, a clerk, met Boris Bush and Ann Busch.", "Jan Polisch", "Boris Bush", "Ann Busch"),
        Article("garden", "A bush and a rose grow; Tokai is a wine."),
        Article("pact", "We came in peace, he said.", "Stanislav Zas") with { Quotes = [Quoted("We came in peace", 0, "Stanislav Zas")] },
        Article("caption", "Japarov\n\nThe president of Kyrgyzstan, Sadyr Zhaparov, spoke.", "Sadyr Zhaparov"),
        Article("writer", "A text without people.") with { Authors = ["Khaled Mohammed"] },
        Article("other writer", "Another text without people.") with { Authors = ["Muhammad Haled"] });

    [Theory]
    [EveryBackend("tokayev")]
    [EveryBackend("Tokaev")]
    [EveryBackend("toqaev")]
    [EveryBackend("Токаев")]
    [EveryBackend("title:nothing OR tokayev")]
    [EveryBackend("tokayev^3")]
    [EveryBackend("+tokayev -nothing")]
    public void A_name_finds_its_spellings_in_any_script(IBackend backend, string query) => Assert.Equal("kazakh russian short", _archives.On(backend).Ids(query));

    [Theory]
    [EveryBackend("\"tokayev\"", "kazakh")]
    [EveryBackend("verbatim:tokayev", "kazakh")]
    [EveryBackend("tokaye*", "kazakh")]
    [EveryBackend("tokaye?v", "")]
    [EveryBackend("tokayev~1", "kazakh short")]
    [EveryBackend("/tokayev/", "kazakh")]
    public void Quotation_marks_verbatim_and_patterns_switch_it_off(IBackend backend, string query, string expected)
    {
        Assert.Equal(expected, _archives.On(backend).Ids(query));
        Assert.DoesNotContain(_archives.On(backend).Search(query).Query.Notices, IsWidening);
    }

    [Theory, EveryBackend]
    public void The_answer_names_what_was_added_where_the_word_stands(IBackend backend)
    {
        SearchResponse response = _archives.On(backend).Search("order tokaev");

        QueryNotice notice = Assert.Single(response.Query.Notices, IsWidening);
        Assert.Equal((6, 6, false), (notice.Offset, notice.Length, notice.IsError));
        Assert.Contains("tokayev", notice.Message, StringComparison.Ordinal);
        Assert.Equal("+text:order +(text:tokaev OR text:tokayev OR text:токаев)", response.Query.Read);
    }

    [Theory]
    [EveryBackend("polish", "army")]
    [EveryBackend("bush", "army clerk garden")]
    [EveryBackend("tokai", "garden")]
    public void A_word_that_is_ordinary_or_no_name_in_the_archive_is_not_widened(IBackend backend, string query, string expected)
    {
        Assert.Empty(_archives.On(backend).Index.NameVariants(query, CancellationToken.None));
        string found = _archives.On(backend).Ids(query);
        Assert.Equal(expected.Split(' ').Intersect(found.Split(' ')), found.Split(' '));
    }

    [Theory, EveryBackend]
    public void A_word_that_is_nobodys_name_is_a_spelling_of_one_who_is_named_beside_it(IBackend backend)
    {
        Assert.Equal("caption", _archives.On(backend).Ids("title:nothing OR japarov"));
        Assert.Equal(["zhaparov"], _archives.On(backend).Index.NameVariants("Japarov", CancellationToken.None).Select(variant => variant.Text));
    }

    [Theory, EveryBackend]
    public void No_ordinary_word_is_added_to_a_name(IBackend backend) => Assert.DoesNotContain("polish", _archives.On(backend).Index.NameVariants("polisch", CancellationToken.None).Select(variant => variant.Text));

    [Theory, EveryBackend]
    public void Leaving_a_name_out_leaves_out_its_spellings(IBackend backend) => Assert.Equal("garden", _archives.On(backend).Ids("(order OR wine) -tokaev"));

    [Theory]
    [EveryBackend("author:mohammed", "other writer writer")]
    [EveryBackend("author:muhamed", "other writer writer")]
    [EveryBackend("speaker:zass", "pact")]
    [EveryBackend("speaker:Зась", "pact")]
    public void Names_of_authors_and_speakers_are_found_by_other_spellings(IBackend backend, string query, string expected) => Assert.Equal(expected, _archives.On(backend).Ids(query));

    [Theory, EveryBackend]
    public void Spellings_of_one_name_weigh_the_same(IBackend backend)
    {
        SearchResponse response = _archives.On(backend).Search("tokayev");

        Assert.Equal(response.Hits.Single(hit => hit.Article.Id == "kazakh").Score, response.Hits.Single(hit => hit.Article.Id == "short").Score);
        Assert.All(response.Hits, hit => Assert.NotEmpty(hit.Passages.SelectMany(passage => passage.Highlights)));
    }

    [Theory, EveryBackend]
    public void Counts_of_facets_and_of_completions_are_those_of_the_search(IBackend backend)
    {
        ArticleSearch search = new(_archives.On(backend).Index);
        long total = _archives.On(backend).Search("tokayev").Total;

        FacetValues languages = search.FacetValues(new SearchRequest { Query = "tokayev" }, FacetFields.Language, "", 10, SearchIn.Articles, CancellationToken.None);
        SuggestResponse suggested = search.Suggest(new SuggestRequest { Query = "tokay", Size = 5 }, CancellationToken.None);

        Assert.Equal(total, languages.Missing + languages.Values.Sum(value => value.Count));
        Assert.Equal(total, Assert.Single(suggested.Completions, completion => completion.Text == "tokayev").Count);
    }

    [Theory, EveryBackend]
    public void No_more_is_added_than_the_limits_allow(IBackend backend)
    {
        SearchRequest request = new() { Query = "tokayev tokaev" };
        SearchResponse one = new ArticleSearch(_archives.On(backend).Index, new SearchLimits { MaxNameVariants = 1 }, QueryLimits.Default).Search(request, CancellationToken.None);
        SearchResponse none = new ArticleSearch(_archives.On(backend).Index, new SearchLimits { MaxWidenedWords = 0 }, QueryLimits.Default).Search(request, CancellationToken.None);
        SearchResponse full = new ArticleSearch(_archives.On(backend).Index, new SearchLimits(), new QueryLimits { MaxClauses = 3 }).Search(request, CancellationToken.None);

        Assert.Equal("+(text:tokayev OR text:tokaev) +(text:tokaev OR text:tokayev)", one.Query.Read);
        Assert.Equal("text:tokayev OR text:tokaev", none.Query.Read); // nothing has both
        Assert.Equal("+(text:tokayev OR text:tokaev) +text:tokaev", full.Query.Read);
    }

    [Theory, EveryBackend]
    public void A_name_near_a_word_is_near_it_in_any_spelling(IBackend backend) => Assert.Equal("kazakh short", _archives.On(backend).Ids("tokayev NEAR/3 order"));

    public void Dispose() => _archives.Dispose();

    private static bool IsWidening(QueryNotice notice) => notice.Code == QueryNoticeCodes.NameVariantsAdded;

    private static Article Article(string id, string text, params string[] people) => SmallArchive.Article(id, text) with { People = people };

    private static Quote Quoted(string text, int start, string speaker) => new()
    {
        Parts = [new TextSpan(start, start + text.Length)],
        Text = text,
        Span = new TextSpan(start, start + text.Length),
        Speaker = speaker,
        Kind = QuoteKind.Direct,
    };
}
