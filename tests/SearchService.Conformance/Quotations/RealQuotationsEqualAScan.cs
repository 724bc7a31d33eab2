using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Conformance.Searching;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Quotations;

/// <summary>On real articles, a search for quotations finds, counts, marks and ranks what a scan of every quotation does.</summary>
[Needs(nameof(BackendCapabilities.Quotations))]
public sealed class RealQuotationsEqualAScan(UsNewsArchives archives)
{
    private const int Searches = 500;
    private const double Tolerance = 1e-5;

    [Theory, EveryBackend]
    public void Quotations_their_counts_marks_and_scores_are_those_of_a_scan(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        NaiveScores scores = new(archive.Naive);
        NaiveMarks marks = new(archive.Naive);
        Dictionary<(string, TextSpan), NaiveDocument> byPlace = archive.Naive.Quotations.ToDictionary(quotation => (quotation.Article.Id, quotation.Quote!.Span));
        Random random = Seeds.Random();
        QueryGenerator generator = new(archive.Naive.Articles, random);
        int withMatches = 0, scored = 0, marked = 0;
        for (int i = 0; i < Searches; i++)
        {
            GeneratedSearch search = generator.SearchForQuotations(archive.Index);
            NaiveDocument[] expected = [.. archive.Naive.Matching(search.Query.Root, search.Query.Filters, SearchIn.Quotes)];
            QuotationQuery query = Of(search.Query);
            QuotationMatches found = archive.Index.SearchQuotations(query, TestContext.Current.CancellationToken);
            Assert.True(expected.Length == found.Total, $"{expected.Length} expected, {found.Total} found: {search}");
            Counted.AssertFacets(archive.Naive, search.Query, found.Facets, search, SearchIn.Quotes);
            Counted.AssertHistogram(archive.Naive, search.Query, found.Histogram, expected, search, SearchIn.Quotes);

            ImmutableArray<QuotationHit> hits = Pages(archive, query, found, most: 60);
            NaiveDocument[] documents = [.. hits.Select(hit => byPlace[(hit.Article.Id, hit.Quote.Span)])];
            Assert.Equal(hits.Length, documents.Distinct().Count());
            Assert.True(documents.All(expected.Contains) && (hits.Length >= 60 || hits.Length == expected.Length), $"{search}");
            foreach ((QuotationHit hit, NaiveDocument document) in hits.Zip(documents))
            {
                Assert.True(marks.In(search.Query.Root, document, QueryFields.Said).SequenceEqual(hit.Highlights), $"{hit.Id}: {search}");
                marked += hit.Highlights.Length;
            }

            AssertOrder(hits, query.Sort, search);
            if (query is { Sort: SortOrder.Relevance, Root: { } root })
            {
                double[] naive = [.. documents.Select(document => scores.Of(root, document))];
                Assert.True(naive.Zip(hits).All(pair => double.IsNaN(pair.First) || IsSame(pair.First, pair.Second.Score)), $"{string.Join(' ', naive.Zip(hits).Select(pair => $"{pair.First:R}={pair.Second.Score:R}"))}: {search}");
                scored += naive.Count(static score => !double.IsNaN(score));
            }

            AssertReadInArticle(archive, marks, search.Query.Root, expected, search);
            withMatches += expected.Length > 0 ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Searches} searches, {withMatches} found something, {marked} marks, {scored} scores.");
        Assert.True(withMatches > Searches / 2 && scored > Searches && marked > 5 * Searches, $"Only {withMatches} searches found anything, {marked} marks and {scored} scores were compared.");
    }

    private static QuotationQuery Of(ArticleQuery query) => new()
    {
        Root = query.Root,
        Filters = query.Filters,
        Sort = query.Sort,
        Size = query.Size,
        Facets = query.Facets,
        FacetSize = query.FacetSize,
        Interval = query.Interval,
        Split = query.Split,
        SplitSize = query.SplitSize,
    };

    private static ImmutableArray<QuotationHit> Pages(UsNewsArchive archive, QuotationQuery query, QuotationMatches first, int most)
    {
        ImmutableArray<QuotationHit>.Builder hits = ImmutableArray.CreateBuilder<QuotationHit>();
        QuotationMatches page = first;
        hits.AddRange(page.Hits);
        while (page.Last is { } last && hits.Count < most)
        {
            page = archive.Index.SearchQuotations(query with { After = last, Size = 30, Facets = [], Interval = null, Split = null }, TestContext.Current.CancellationToken);
            Assert.Equal(first.Total, page.Total);
            hits.AddRange(page.Hits);
        }

        return hits.DrainToImmutable();
    }

    private static void AssertOrder(ImmutableArray<QuotationHit> hits, SortOrder sort, GeneratedSearch about)
    {
        for (int i = 1; i < hits.Length; i++)
        {
            ArticleDate? before = hits[i - 1].Article.Date, date = hits[i].Article.Date;
            Assert.True(sort switch
            {
                SortOrder.Relevance => hits[i - 1].Score >= hits[i].Score,
                SortOrder.Newest => date is null || before?.First >= date.Value.First,
                _ => date is null || before?.First <= date.Value.First,
            }, $"Hits {i - 1} and {i} are not in order: {about}");
        }
    }

    /// <summary>An article read as for quotations has its quotations that are found, and their marks in its text.</summary>
    private static void AssertReadInArticle(UsNewsArchive archive, NaiveMarks marks, QueryNode? root, NaiveDocument[] expected, GeneratedSearch about)
    {
        if (root is null || expected.Length == 0)
        {
            return;
        }

        NaiveDocument article = expected[^1].Whole!;
        NaiveDocument[] found = [.. article.Quotations.Where(quotation => archive.Naive.Holds(root, quotation))];
        MarkedArticle read = archive.Index.Mark(new MarkQuery { Id = article.Article.Id, Root = root, In = SearchIn.Quotes }, TestContext.Current.CancellationToken)!;
        Assert.True(read.Matches);
        Assert.Empty(read.TitleHighlights);
        Assert.True(found.Select(quotation => quotation.Quote!.Span).SequenceEqual(read.Quotations.Select(hit => hit.Quote.Span)), $"{article.Article.Id}: {about}");
        Assert.True(
            NaiveMarks.Union(found.SelectMany(quotation => marks.In(root, quotation, QueryFields.Said).SelectMany(mark => NaiveMarks.InArticle(quotation.Quote!, mark)))).SequenceEqual(read.Highlights),
            $"{article.Article.Id}: {about}");
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1e-3, Math.Max(Math.Abs(one), Math.Abs(other)));
}
