using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Marking;

/// <summary>On real articles, what is marked is what the rules say, word by word; and passages are pieces of that.</summary>
public sealed class MarkedAsAScanMarks(UsNewsArchives archives)
{
    private const int Searches = 1_000;
    private const int HitsOfEach = 3;

    [Theory, EveryBackend]
    public void Marks_of_texts_titles_and_passages_are_those_of_a_scan(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        NaiveMarks naive = new(archive.Naive);
        Dictionary<string, NaiveDocument> byId = archive.Naive.Documents.ToDictionary(document => document.Article.Id, StringComparer.Ordinal);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int marks = 0, articles = 0, unmatched = 0;
        for (int i = 0; i < Searches; i++)
        {
            GeneratedSearch search = generator.Search(archive.Index);
            QueryNode? root = search.Query.Root;
            ArticleQuery query = new() { Root = root, Filters = search.Query.Filters, Sort = search.Query.Sort, Size = HitsOfEach, Passages = 1 + (i % 20), Quotations = 100 };
            foreach (SearchHit hit in archive.Index.Search(query, TestContext.Current.CancellationToken).Hits)
            {
                NaiveDocument document = byId[hit.Article.Id];
                MarkedArticle marked = archive.Index.Mark(new MarkQuery { Id = hit.Article.Id, Root = root }, TestContext.Current.CancellationToken)!;
                Assert.True(marked.Matches, $"{hit.Article.Id}: {search}");
                AssertMarks(naive.In(root, document, QueryFields.Title), marked.TitleHighlights, hit.Article.Title, search);
                AssertMarks(naive.In(root, document, QueryFields.Body), marked.Highlights, hit.Article.Text, search);
                Assert.Equal(marked.TitleHighlights, hit.TitleHighlights);
                Assert.Equal(marked.Highlights.Length, hit.MatchCount);
                Assert.Equal(marked.Quotations.Select(Told), hit.Quotations.Select(Told));
                AssertPassages(hit, marked, query.Passages, search);
                AssertQuotations(archive.Naive, naive, root, document, marked.Quotations, search);
                marks += marked.Highlights.Length;
                articles++;
            }

            if (root is not null && archive.Naive.Documents[i] is var any && !archive.Naive.Holds(root, any))
            {
                MarkedArticle other = archive.Index.Mark(new MarkQuery { Id = any.Article.Id, Root = root }, TestContext.Current.CancellationToken)!;
                Assert.True(!other.Matches && other.TitleHighlights.IsEmpty && other.Highlights.IsEmpty && other.Quotations.IsEmpty, $"{any.Article.Id}: {search}");
                unmatched++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Searches} searches, {articles} articles with {marks} marks, {unmatched} articles that aren't found.");
        Assert.True(articles > Searches && marks > 10 * Searches && unmatched > Searches / 4, $"Only {articles} articles, {marks} marks, {unmatched} that aren't found: the generator has lost its aim.");
    }

    private static void AssertMarks(ImmutableArray<TextSpan> expected, ImmutableArray<TextSpan> marks, string text, GeneratedSearch about) =>
        Assert.True(expected.SequenceEqual(marks), $"[{string.Join("] [", expected.Except(marks).Take(5).Select(Words))}] not marked, [{string.Join("] [", marks.Except(expected).Take(5).Select(Words))}] not expected: {about}{Environment.NewLine}{text}");

    private static string Words(TextSpan mark) => $"{mark.Start}-{mark.End}";

    private static void AssertPassages(SearchHit hit, MarkedArticle marked, int most, GeneratedSearch about)
    {
        Assert.InRange(hit.Passages.Length, hit.Article.Text.Length > 0 ? 1 : 0, most);
        int end = 0;
        foreach (Passage passage in hit.Passages)
        {
            Assert.True(passage.Offset >= end, $"Passages overlap or are in no order: {about}");
            end = passage.Offset + passage.Text.Length;
            Assert.Equal(hit.Article.Text.Substring(passage.Offset, passage.Text.Length), passage.Text);
            int start = passage.Offset, stop = end;
            TextSpan[] whole = [.. marked.Highlights.Where(mark => mark.Start >= start && mark.End <= stop).Select(mark => new TextSpan(mark.Start - start, mark.End - start))];
            TextSpan[] cut = [.. marked.Highlights.Where(mark => mark.Start < stop && mark.End > start).Select(mark => new TextSpan(Math.Max(mark.Start, start) - start, Math.Min(mark.End, stop) - start))];
            Assert.True((whole.Length > 0 ? whole : cut).SequenceEqual(passage.Highlights), $"The passage at {start} has {passage.Highlights.Length} marks, the text {whole.Length} there: {about}");
        }

        Assert.Equal(marked.Highlights.IsEmpty, hit.Passages.All(passage => passage.Highlights.IsEmpty));
    }

    /// <summary>Those that the query asks for as quotations, where it does; else those that hold what is marked.</summary>
    private static void AssertQuotations(NaiveArchive archive, NaiveMarks naive, QueryNode? root, NaiveDocument document, ImmutableArray<HitQuotation> quotations, GeneratedSearch about)
    {
        if (root is not null && QuotationParts.AsksForOne(root))
        {
            NaiveDocument[] expected = [.. document.Quotations.Where(quotation => archive.Holds(root, quotation))];
            Assert.True(
                expected.Select(quotation => (quotation.Quote!.Span, Told(naive.In(root, quotation, QueryFields.Said)))).SequenceEqual(quotations.Select(hit => (hit.Quote.Span, Told(hit.Highlights)))),
                $"{expected.Length} quotations expected, {quotations.Length} found in {document.Article.Id}: {about}");
        }

        Assert.True(quotations.All(hit => document.Article.Quotes.Any(quote => quote.Span == hit.Quote.Span)), $"{document.Article.Id}: {about}");
    }

    private static string Told(HitQuotation hit) => $"{hit.Id} {Told(hit.Highlights)}";

    private static string Told(ImmutableArray<TextSpan> marks) => string.Join(' ', marks.Select(Words));
}
