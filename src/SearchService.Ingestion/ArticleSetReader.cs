using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;
using SearchService.Ingestion.Stories;

namespace SearchService.Ingestion;

/// <summary>Reads an article set: each record of it comes out as an article or as a rejection that says why.</summary>
/// <remarks>
/// Reading, decompressing and parsing run on a thread of their own, ahead of the caller by at most
/// <see cref="IngestionLimits.ReadAheadBytes"/>; quotations are found on as many more as there are processors, at most
/// <see cref="ArticleSetOptions.QuotationThreads"/>. Beside that, memory holds one record, the list of files, what tells duplicates
/// (<see cref="Articles.KnownArticles"/>), and what tells stories (<see cref="StoryFinder"/>).
/// </remarks>
public sealed class ArticleSetReader(ArticleSetOptions options)
{
    private readonly DateReader _dates = new(
        options.Earliest, DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime).AddDays(options.DaysAhead));

    /// <summary>Reads files and folders.</summary>
    /// <param name="paths">In the order they are read; a folder's files in ordinal order of their names.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <returns>One outcome a record, in order, and one a problem of a file; at the end one a kind of files left aside. May be enumerated once at a time.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IEnumerable<ReadOutcome> Read(IEnumerable<string> paths, CancellationToken cancellationToken = default) =>
        Read(InputFiles.Find(paths, options.NotArticles), cancellationToken);

    /// <summary>Reads files that have been listed.</summary>
    /// <param name="files">Which.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <inheritdoc cref="Read(IEnumerable{string}, CancellationToken)"/>
    public IEnumerable<ReadOutcome> Read(InputFiles files, CancellationToken cancellationToken = default)
    {
        if (options.Progress is { } progress)
        {
            progress.TotalBytes = files.LengthInBytes;
        }

        foreach (IngestionProblem problem in files.Problems)
        {
            yield return OfFile(problem);
        }

        int finders = Math.Min(Environment.ProcessorCount, options.QuotationThreads);
        ReadAheadQueue<ReadOutcome> queue = new(options.Limits.ReadAheadBytes, isFinishing: finders > 0);
        List<Thread> threads = [Started("article set reader", () => Fill(queue, files))];
        for (int i = 0; i < finders; i++)
        {
            threads.Add(Started("quotations", () => queue.Finish(new QuotationStep(options.Quotations).Take)));
        }

        try
        {
            while (queue.TryTake(out ReadOutcome outcome, cancellationToken))
            {
                yield return outcome;
            }
        }
        finally
        {
            queue.Abandon();
            threads.ForEach(static thread => thread.Join());
        }
    }

    private void Fill(ReadAheadQueue<ReadOutcome> queue, InputFiles files)
    {
        try
        {
            ArticleBuilder builder = new(options.Outlets, _dates);
            LeftAside aside = new();
            InputFileReader reader = new(options, files.Files, builder, aside);
            KnownArticles known = new(files);
            using StoryFinder? stories = options.Stories is { } wanted ? new StoryFinder(wanted) : null;
            for (int i = 0; i < files.Files.Length; i++)
            {
                foreach ((ReadOutcome outcome, int size, long entry) in reader.Read(files.Files[i]))
                {
                    ReadOutcome told = outcome.Article is { } article ? WithStory(known.Take(article, outcome, i, entry), stories) : outcome;
                    if (!queue.Give(told, size))
                    {
                        return;
                    }
                }
            }

            foreach (IngestionProblem problem in aside.Problems("file"))
            {
                queue.Give(OfFile(problem), 0);
            }

            queue.Complete();
        }
#pragma warning disable CA1031 // Whatever ends this thread has to reach the thread that waits for it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            queue.Complete(error);
        }
    }

    private static ReadOutcome WithStory(ReadOutcome outcome, StoryFinder? stories) =>
        stories is not null && outcome.Article is { } article ? outcome with { Article = article with { Story = stories.Add(article) } } : outcome;

    private static Thread Started(string name, ThreadStart work)
    {
        Thread thread = new(work) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }

    private static ReadOutcome OfFile(IngestionProblem problem) => new(problem.Place, null, [problem]);
}
