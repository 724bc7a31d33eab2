using System.Runtime.CompilerServices;
using System.Text;
using SearchService.Ingestion.Reporting;
using SearchService.Ingestion.Tests.Files;
using SearchService.Ingestion.Tests.Readers.Warc;

namespace SearchService.Ingestion.Tests;

/// <summary>Run alone: what lives on the heap is the process's, not the test's.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>What reading holds doesn't grow with what is read.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("a.warc.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.zip")]
    public void Memory_does_not_grow_with_the_set(string name)
    {
        const int Articles = 5_000;
        Write(name, Articles);
        long first = 0, most = 0;
        int read = 0;
        foreach (ReadOutcome outcome in new ArticleSetReader(_set.Options with { Limits = new IngestionLimits { ReadAheadBytes = 1 << 16 }, Stories = null })
            .Read([_set.PathOf(name)], TestContext.Current.CancellationToken))
        {
            Assert.NotNull(outcome.Article);
            if (++read % (Articles / 10) == 0)
            {
                long live = GC.GetTotalMemory(forceFullCollection: true);
                (first, most) = (first == 0 ? live : first, Math.Max(most, live));
            }
        }

        // What remains of an article is a place for its id (stories have a bound of their own); the texts together are 60 MB.
        Assert.Equal(Articles, read);
        Assert.True(most - first < 8 << 20, $"{first:N0} bytes live after a tenth of the articles, {most:N0} later");
    }

    [Fact]
    public void An_archive_of_very_many_entries_is_read_in_the_memory_of_a_few()
    {
        WriteMany("many.zip", 150_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<long> live = [];
        foreach (ReadOutcome outcome in new ArticleSetReader(_set.Options).Read([_set.PathOf("many.zip")], TestContext.Current.CancellationToken))
        {
            live.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // The article at the end of the archive, and one line for all that lies before it.
        Assert.Equal(2, live.Count);
        Assert.True(live.Max() - before < 2 << 20, $"{before:N0} bytes live before, {live.Max():N0} at the end of 150,000 entries");
    }

    [Fact]
    public void A_page_of_50_mb_is_refused_with_the_option_that_raises_the_limit()
    {
        _set.With("a.html", $"<html><body>{string.Concat(Enumerable.Repeat("<p>Some words of a paragraph, again and again and again.</p>\n", 50 << 14))}").With("b.html", Crawl.Page("Words of a page."));
        long before = GC.GetTotalAllocatedBytes();
        List<ReadOutcome> outcomes = _set.Read();
        long allocated = GC.GetTotalAllocatedBytes() - before;
        IngestionProblem problem = Assert.Single(outcomes[0].Problems);
        Assert.Equal((ProblemCodes.PageTooLarge, ProblemEffect.RecordRejected), (problem.Code, problem.Effect));
        Assert.Contains("--max-page-mb", problem.Reason, StringComparison.Ordinal);
        Assert.Equal("A page", outcomes[1].Article?.Title);
        Assert.True(allocated < 256 << 20, $"{allocated >> 20} MB were allocated");
    }

    // In a method of its own: what is written mustn't live on in the frame of the one that measures.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Write(string name, int articles)
    {
        string Text(int i) => string.Concat(Enumerable.Range(0, 600).Select(j => $"{(i * 7919) + (j * 104729)} "));
        _set.With(name, name switch
        {
            "a.warc.gz" => Enumerable.Range(0, articles).Aggregate(new Crawl(), (crawl, i) => crawl.Response($"https://news.example/{i}", Crawl.Page(Text(i)))).Members(),
            "a.zip" => Archive(articles, Text),
            _ => ArticleSet.Gzip(string.Concat(Enumerable.Range(0, articles).Select(i => $$"""{"id":"{{i}}","text":"{{Text(i)}}"}""" + "\n"))),
        });
    }

    private static byte[] Archive(int entries, Func<int, string> text)
    {
        using MemoryStream to = new();
        using (System.IO.Compression.ZipArchive archive = new(to, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < entries; i++)
            {
                using Stream entry = archive.CreateEntry($"{i % 10}/{i}.txt").Open();
                entry.Write(Encoding.UTF8.GetBytes($"Title {i}\n\n{text(i)}"));
            }
        }

        return to.ToArray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteMany(string name, int entries) =>
        _set.With(name, CraftedZip.Of([.. Enumerable.Range(0, entries).Select(static i => ($"{i:x8}.js", "x"u8.ToArray())), ("z.txt", "A title and words."u8.ToArray())], overlapping: false, zip64: true));
}
