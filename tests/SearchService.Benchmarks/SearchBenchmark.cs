using System.Diagnostics;
using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Benchmarks;

/// <summary>A view of the search page, from the request to the answer: ten hits with passages, the exact total, all facets, the timeline.</summary>
internal static class SearchBenchmark
{
    private const int QueriesOfAKind = 100;
    private const int Rounds = 3;

    internal static void Run(string articles, string index, Report report)
    {
        BenchmarkQueries queries = new([.. UsNews.Read(articles).Where((article, i) => i % 20 == 0 && article.Text.Length > 1_000)]);
        using IArticleIndex opened = new EmbeddedBackend().OpenIndex(index);
        ArticleSearch search = new(opened);

        report.Section("Searching");
        report.Line($"One view of the page on one thread, warm: ten hits with passages and marks, exact total, all facets, timeline. {QueriesOfAKind} queries of a kind, the median of {Rounds} rounds of each; microseconds.");
        report.Line();
        report.Row("kind", "median", "95 %", "goal (median)", "counts alone, median", "example");
        report.Row("---", "---:", "---:", "---:", "---:", "---");
        (string Kind, string[] Texts)[] kinds =
            [.. queries.Kinds.Select(kind => (kind.Kind, Enumerable.Range(0, kind.Kind == BenchmarkQueries.Everything ? 1 : QueriesOfAKind).Select(_ => kind.Next()).ToArray()))];
        WarmUp(search, kinds.SelectMany(kind => kind.Texts));
        List<double> all = [];
        foreach ((string kind, string[] texts) in kinds)
        {
            double[] views = [.. texts.Select(text => Time(search, View(text))).Order()];
            double[] counts = [.. texts.Select(text => Time(search, View(text) with { Size = 0 })).Order()];
            all.AddRange(views);
            report.Row(
                kind,
                IndexingBenchmark.Number(IndexingBenchmark.Median(views), "#,0"),
                IndexingBenchmark.Number(views[(int)(views.Length * 0.95)], "#,0"),
                "5,000",
                IndexingBenchmark.Number(IndexingBenchmark.Median(counts), "#,0"),
                $"`{texts[0]}`");
        }

        report.Row("all of these", IndexingBenchmark.Number(IndexingBenchmark.Median(all), "#,0"), "", "5,000", "", "");
        CompareQuotations(search, kinds, report);
    }

    /// <summary>The same words among what is said: as a search for quotations, and as one for articles that have such a quotation.</summary>
    private static void CompareQuotations(ArticleSearch search, (string Kind, string[] Texts)[] kinds, Report report)
    {
        report.Section("Searching quotations");
        report.Line($"The same queries and the same view of the {search.SearchQuotations(new SearchRequest { Size = 0 }, CancellationToken.None).Total:#,0} quotations of these articles; microseconds, medians. Each query is timed once this way and once that, one after the other.");
        report.Line();
        report.Row("kind", "articles", "quotations", "ratio", "articles with `said:`");
        report.Row("---", "---:", "---:", "---:", "---:");
        foreach ((string kind, string[] texts) in kinds)
        {
            (double Articles, double Quotations, double Said)[] times =
            [
                .. texts.Select(text => (
                    Time(search, View(text)),
                    Time(request => search.SearchQuotations(request, CancellationToken.None), View(text)),
                    text.Length == 0 ? 0 : Time(search, View($"said:({text})")))),
            ];
            double articles = IndexingBenchmark.Median([.. times.Select(time => time.Articles).Order()]), quotations = IndexingBenchmark.Median([.. times.Select(time => time.Quotations).Order()]);
            report.Row(
                kind,
                IndexingBenchmark.Number(articles, "#,0"),
                IndexingBenchmark.Number(quotations, "#,0"),
                IndexingBenchmark.Number(quotations / articles, "0.00"),
                kind == BenchmarkQueries.Everything ? "" : IndexingBenchmark.Number(IndexingBenchmark.Median([.. times.Select(time => time.Said).Order()]), "#,0"));
        }
    }

    /// <summary>All of them, twice, so that what is measured is compiled code.</summary>
    private static void WarmUp(ArticleSearch search, IEnumerable<string> texts)
    {
        foreach (string text in texts.Concat(texts))
        {
            _ = search.Search(View(text), CancellationToken.None);
            _ = search.SearchQuotations(View(text), CancellationToken.None);
        }
    }

    internal static SearchRequest View(string query) => new() { Query = query, Facets = FacetFields.All, Interval = HistogramInterval.Auto };

    internal static double Time(ArticleSearch search, SearchRequest request) => Time(asked => search.Search(asked, CancellationToken.None), request);

    private static double Time(Func<SearchRequest, object> search, SearchRequest request)
    {
        double[] rounds = new double[Rounds];
        for (int i = -1; i < Rounds; i++)
        {
            long started = Stopwatch.GetTimestamp();
            _ = search(request);
            if (i >= 0)
            {
                rounds[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            }
        }

        return IndexingBenchmark.Median(rounds);
    }
}
