using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Building;

/// <summary>Searches from many threads, while generations come and go: each answer is of one of them, whole.</summary>
public sealed class SearchesWhileBuilding
{
    private const int Generations = 12;
    private const int Threads = 4;

    [Theory, EveryBackend]
    public async Task Each_answer_is_of_one_generation_whatever_is_committed_meanwhile(IBackend backend)
    {
        using SmallArchive archive = new(backend, Generation(1));
        IArticleIndex index = archive.Index;
        using CancellationTokenSource over = new();
        long answers = 0;
        Task[] readers = [.. Enumerable.Range(0, Threads).Select(number => Task.Factory.StartNew(
            () =>
            {
                for (int i = number; !over.IsCancellationRequested; i++)
                {
                    AssertIsOfOneGeneration(index, i);
                    Interlocked.Increment(ref answers);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        try
        {
            for (int generation = 2; generation <= Generations; generation++)
            {
                archive.Build(Generation(generation), out CommitResult commit);
                Assert.Equal(generation, commit.State.Generation);
                Assert.True(index.Refresh());
                Assert.Equal(generation, index.State.Generation);
                long seen = Interlocked.Read(ref answers);
                SpinWait.SpinUntil(() => Interlocked.Read(ref answers) > seen + Threads || readers.Any(static reader => reader.IsFaulted));
            }
        }
        finally
        {
            await over.CancelAsync();
        }

        await Task.WhenAll(readers);
        Assert.Equal(Generations, index.State.Generation);
        AssertIsOfOneGeneration(index, 0);
    }

    // As many articles as the generation's number, each with as many words, and a quotation.
    private static Article[] Generation(int generation) =>
    [
        .. Enumerable.Range(0, 10 * generation).Select(number => Quoted.Article($"{number}", $"Generation {generation} “word word{generation}”.", $"Speaker {generation}") with
        {
            Source = $"Source {generation}",
            Date = ArticleDate.OfYear(2000 + generation),
        }),
    ];

    private static void AssertIsOfOneGeneration(IArticleIndex index, int turn)
    {
        QueryNode? root = QueryParser.Parse("generation").Root;
        switch (turn % 5)
        {
            case 0:
                ArticleMatches found = index.Search(new ArticleQuery { Root = root, Size = 5, Facets = [FacetFields.Source], FacetSize = 100, Interval = HistogramInterval.Year, Passages = 1 }, CancellationToken.None);
                long generation = found.Index.Generation;
                Assert.Equal((10 * generation, 10 * generation), (found.Total, found.Index.Articles));
                FacetBucket source = Assert.Single(found.Facets[0].Values);
                Assert.Equal(($"Source {generation}", 10 * generation), (source.Value, source.Count));
                Assert.Equal((new DateOnly(2000 + (int)generation, 1, 1), 10 * generation), (Assert.Single(found.Histogram!.Buckets).From, found.Histogram.Buckets[0].Count));
                Assert.All(found.Hits, hit => Assert.StartsWith($"Generation {generation} ", hit.Passages[0].Text, StringComparison.Ordinal));
                break;
            case 1 when index.Capabilities.Quotations:
                QuotationMatches said = index.SearchQuotations(new QuotationQuery { Root = QueryParser.Parse("word", field: QueryFields.Said).Root, Size = 3 }, CancellationToken.None);
                Assert.Equal(10 * said.Index.Generation, said.Total);
                Assert.All(said.Hits, hit => Assert.Equal($"Speaker {said.Index.Generation}", hit.Quote.Speaker));
                break;
            case 2:
                Assert.True(index.TryGet("7", out Article? article, out IndexState state));
                Assert.Equal($"Source {state.Generation}", article!.Source);
                break;
            case 3:
                MarkedArticle marked = index.Mark(new MarkQuery { Id = "3", Root = root }, CancellationToken.None)!;
                Assert.Equal((true, $"Source {marked.Index.Generation}"), (marked.Matches, marked.Article.Source));
                break;
            default:
                IndexDescription description = index.Describe();
                Assert.Equal((10 * description.State.Generation, 2000 + description.State.Generation), (description.State.Articles, (long)description.Earliest!.Value.Year));
                break;
        }
    }
}
