using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Quotations;

/// <summary>Quotations themselves are found, counted, ordered and paged through.</summary>
[Needs(nameof(BackendCapabilities.Quotations))]
public sealed class SearchingQuotations
{
    private static readonly Article[] Articles =
    [
        Quoted.Article("a", "“We will leave,” he said, +“when the work is done.” “Nobody stays,” said Orlova.", "Stanislav Zas", "Dana Orlova") with
        {
            Title = "Talks in Minsk", Source = "Gull", Stance = "left", Country = "KZ", Date = ArticleDate.OfDay(new DateOnly(2022, 1, 13)),
        },
        Quoted.Article("b", "The troops leave. “We will stay as long as we must,” said Zas. “They leave now,” it was said.", "Stanislav Zas") with
        {
            Source = "Crow", Stance = "right", Country = "KZ", Date = ArticleDate.OfDay(new DateOnly(2022, 3, 1)), Story = "a",
        },
        Quoted.Article("c", "“Leave!”", "") with { Authors = ["Bea Bennett"] },
        SmallArchive.Article("d", "Nobody leaves, nobody says a thing."),
    ];

    [Theory]
    [EveryBackend("leave", "Leave!|They leave now,|We will leave, when the work is done.")]
    [EveryBackend("\"will leave\"", "We will leave, when the work is done.")]
    [EveryBackend("speaker:zas", "We will leave, when the work is done.|We will stay as long as we must,")]
    [EveryBackend("leave speaker:zas", "We will leave, when the work is done.")]
    [EveryBackend("leave -speaker:zas", "Leave!|They leave now,")]
    [EveryBackend("leave text:troops", "They leave now,")]
    [EveryBackend("title:minsk", "Nobody stays,|We will leave, when the work is done.")]
    [EveryBackend("leave OR title:minsk", "Leave!|Nobody stays,|They leave now,|We will leave, when the work is done.")]
    [EveryBackend("-text:troops", "Leave!|Nobody stays,|We will leave, when the work is done.")]
    [EveryBackend("stance:left", "Nobody stays,|We will leave, when the work is done.")]
    [EveryBackend("source:crow", "They leave now,|We will stay as long as we must,")]
    [EveryBackend("source:[a TO d]", "They leave now,|We will stay as long as we must,")]
    [EveryBackend("author:bennett", "Leave!")]
    [EveryBackend("_missing:author leave", "They leave now,|We will leave, when the work is done.")]
    [EveryBackend("_missing:speaker", "Leave!|They leave now,")]
    [EveryBackend("date:2022-01", "Nobody stays,|We will leave, when the work is done.")]
    [EveryBackend("id:b", "They leave now,|We will stay as long as we must,")]
    [EveryBackend("story:a leave", "They leave now,|We will leave, when the work is done.")]
    [EveryBackend("(text:minsk NEAR/3 text:talks) stays", "Nobody stays,")]
    [EveryBackend("we NEAR/1 leave", "We will leave, when the work is done.")]
    public void A_word_without_a_field_is_looked_for_among_the_words_spoken(IBackend backend, string query, string expected)
    {
        using SmallArchive archive = new(backend, Articles);
        QuotationResponse response = Search(archive, new SearchRequest { Query = query });
        Assert.Equal(expected, string.Join('|', response.Hits.Select(hit => hit.Quote.Text).Order(StringComparer.Ordinal)));
        Assert.Equal(response.Hits.Length, response.Total);
    }

    [Theory, EveryBackend]
    public void The_reading_says_where_words_are_looked_for(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        Assert.Equal("+said:leave +speaker:zas", Search(archive, new SearchRequest { Query = "leave speaker:zas" }).Query.Read);
        Assert.Equal("*:*", Search(archive, new SearchRequest { Query = "*" }).Query.Read);
        Assert.Equal(5, Search(archive, new SearchRequest { Query = "*" }).Total);
    }

    [Theory, EveryBackend]
    public void A_hit_is_the_quotation_with_its_article_and_can_be_had_by_its_id(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        QuotationHit hit = Assert.Single(Search(archive, new SearchRequest { Query = "\"will leave when\"" }).Hits);
        Assert.Equal("a", hit.Article.Id);
        Assert.Equal(["will leave, when"], hit.Highlights.Select(span => hit.Quote.Text[span.Start..span.End]));
        Assert.True(hit.Score > 0);
        Assert.True(archive.Index.TryGetQuotation(hit.Id, out QuotationHit? again, out IndexState state));
        Assert.Equivalent(hit with { Score = 0, Highlights = [] }, again, strict: true);
        Assert.Equal(1, state.Generation);
        Assert.False(archive.Index.TryGetQuotation("a", out _, out _));

        archive.Build(Articles, out _);
        archive.Index.Refresh();
        Assert.True(archive.Index.TryGetQuotation(hit.Id, out _, out state));
        Assert.Equal(2, state.Generation);
    }

    [Theory, EveryBackend]
    public void Counts_are_of_quotations_and_sideways(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        QuotationResponse response = Search(archive, new SearchRequest
        {
            Query = "leave",
            Filters = [new FacetFilter(FacetFields.Speaker, ["Stanislav Zas"], [])],
            Facets = FacetFields.All,
            Interval = HistogramInterval.Month,
        });
        Assert.Equal(1, response.Total);
        Facet speakers = response.Facets.Single(facet => facet.Field == FacetFields.Speaker);
        Assert.Equal((1, 2), (speakers.Distinct, speakers.Missing));
        Assert.Equal(("Stanislav Zas", 1, BucketChoice.Included), (speakers.Values[0].Value, speakers.Values[0].Count, speakers.Values[0].Choice));
        Assert.Equal(["Gull"], response.Facets.Single(facet => facet.Field == FacetFields.Source).Values.Select(bucket => bucket.Value));
        Assert.Equal([(1, 1, 1), (2, 0, 0), (3, 0, 1)], response.Histogram!.Buckets.Select(bucket => (bucket.From.Month, (int)bucket.Count, (int)bucket.Covered)));
    }

    [Theory]
    [EveryBackend("leave")]
    [EveryBackend("leave title:minsk")]
    [EveryBackend("leave submarine")]
    [EveryBackend("")]
    public void The_values_of_a_facet_among_quotations_are_those_that_their_search_counts(IBackend backend, string query)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchRequest request = new() { Query = query, Filters = [new FacetFilter(FacetFields.Stance, ["left", "right"], [])], Facets = FacetFields.All };
        foreach (Facet facet in Search(archive, request).Facets)
        {
            FacetValues values = new ArticleSearch(archive.Index).FacetValues(request, facet.Field, "", 100, SearchIn.Quotes, CancellationToken.None);
            Assert.Equal((facet.Distinct, facet.Missing), (values.Distinct, values.Missing));
            Assert.Equal(
                facet.Values.Where(bucket => bucket.Count > 0).Select(bucket => (bucket.Value, bucket.Count)).Order(),
                values.Values.Select(bucket => (bucket.Value, bucket.Count)).Order());
        }

        FacetValues months = new ArticleSearch(archive.Index).FacetValues(new SearchRequest(), FacetFields.Date, "2022-0", 100, SearchIn.Quotes, CancellationToken.None);
        Assert.Equal([("2022-01", 2), ("2022-03", 2)], months.Values.Select(bucket => (bucket.Value, bucket.Count)));
        Assert.Equal(
            "collapse",
            Assert.Throws<InvalidRequestException>(() => new ArticleSearch(archive.Index).FacetValues(
                request with { Collapse = Collapse.Story }, FacetFields.Stance, "", 100, SearchIn.Quotes, CancellationToken.None)).Parameter);
    }

    [Theory, EveryBackend]
    public void Sorted_by_date_those_without_one_come_last_and_pages_follow_one_another(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        foreach ((SortOrder sort, string expected) in new[] { (SortOrder.Newest, "b b a a c"), (SortOrder.Oldest, "a a b b c") })
        {
            List<string> ids = [], quotes = [];
            string? cursor = null;
            do
            {
                QuotationResponse page = Search(archive, new SearchRequest { Sort = sort, Size = 2, Cursor = cursor });
                ids.AddRange(page.Hits.Select(hit => hit.Article.Id));
                quotes.AddRange(page.Hits.Select(hit => hit.Id));
                cursor = page.Next;
            }
            while (cursor is not null);
            Assert.Equal(expected, string.Join(' ', ids));
            Assert.Equal(5, quotes.Distinct().Count());
        }
    }

    [Theory, EveryBackend]
    public void A_cursor_of_articles_is_none_of_quotations(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchRequest request = new() { Query = "leave", Size = 1 };
        string ofArticles = new ArticleSearch(archive.Index).Search(request, CancellationToken.None).Next!;
        Assert.Equal("cursor_of_another_search", Assert.Throws<InvalidRequestException>(() => Search(archive, request with { Cursor = ofArticles })).Code);
        string ofQuotations = Search(archive, request).Next!;
        Assert.Equal(
            "cursor_of_another_search",
            Assert.Throws<InvalidRequestException>(() => new ArticleSearch(archive.Index).Search(request with { Cursor = ofQuotations }, CancellationToken.None)).Code);
    }

    [Theory, EveryBackend]
    public void When_no_quotation_has_all_words_those_with_some_are_shown(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        QuotationResponse response = Search(archive, new SearchRequest { Query = "leave submarine" });
        Assert.Equal(3, response.Total);
        Assert.Equal("all_words_relaxed", Assert.Single(response.Query.Notices).Code);
    }

    [Theory]
    [EveryBackend("laeve", "leave")]
    [EveryBackend("said:laeve text:troops", "said:leave text:troops")]
    public void Misspelt_words_are_spelt_otherwise_when_that_finds_quotations(IBackend backend, string query, string meant)
    {
        using SmallArchive archive = new(backend, Articles);
        QuerySuggestion suggestion = Search(archive, new SearchRequest { Query = query }).DidYouMean!;
        Assert.Equal(meant, suggestion.Text);
        Assert.Equal(Search(archive, new SearchRequest { Query = meant, Strict = true }).Total, suggestion.Count);
        Assert.Null(Search(archive, new SearchRequest { Query = meant }).DidYouMean);
    }

    [Theory, EveryBackend]
    public void A_spelling_that_no_quotation_has_is_not_suggested(IBackend backend)
    {
        using SmallArchive archive = new(backend, Quoted.Article("1", "The harbour is closed, “we must leave”."));
        Assert.NotNull(new ArticleSearch(archive.Index).Search(new SearchRequest { Query = "harbuor" }, CancellationToken.None).DidYouMean);
        Assert.Null(Search(archive, new SearchRequest { Query = "harbuor" }).DidYouMean);
    }

    [Theory, EveryBackend]
    public void Quotations_are_not_collapsed(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        Assert.Equal("collapse", Assert.Throws<InvalidRequestException>(() => Search(archive, new SearchRequest { Collapse = Collapse.Story })).Parameter);
    }

    [Theory, EveryBackend]
    public void An_archive_without_quotations_answers_that_there_are_none(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("1", "words"));
        Assert.Equal(0, Search(archive, new SearchRequest { Query = "words", Facets = FacetFields.All, Interval = HistogramInterval.Auto }).Total);
        Assert.Equal("", archive.Ids("said:words"));
        using SmallArchive empty = new(backend);
        Assert.Equal(0, Search(empty, new SearchRequest()).Total);
    }

    private static QuotationResponse Search(SmallArchive archive, SearchRequest request) =>
        new ArticleSearch(archive.Index).SearchQuotations(request, CancellationToken.None);
}
