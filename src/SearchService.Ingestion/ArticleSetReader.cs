using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion;

/// <summary>Reads an article set: each record of it comes out as an article or as a rejection that says why.</summary>
/// <remarks>
/// Reading, decompressing and parsing run on a thread of their own, ahead of the caller by at most
/// <see cref="IngestionLimits.ReadAheadBytes"/>. Beside that, memory holds one record, the list of files, and 16 bytes and a place for
/// each id, by which duplicates are told.
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

        ReadAheadQueue<ReadOutcome> queue = new(options.Limits.ReadAheadBytes);
        Thread thread = new(() => Fill(queue, files)) { IsBackground = true, Name = "article set reader" };
        thread.Start();
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
            thread.Join();
        }
    }

    private void Fill(ReadAheadQueue<ReadOutcome> queue, InputFiles files)
    {
        try
        {
            ArticleBuilder builder = new(options.Outlets, _dates);
            LeftAside aside = new();
            InputFileReader reader = new(options, files.Files, builder, aside);
            Dictionary<UInt128, Origin> places = [];
            for (int i = 0; i < files.Files.Length; i++)
            {
                foreach ((ReadOutcome outcome, int size, long entry) in reader.Read(files.Files[i]))
                {
                    Origin origin = new(i, (int)Math.Min(int.MaxValue, outcome.Place.Line), entry);
                    ReadOutcome told = outcome.Article is { } article ? First(article, outcome, files, places, origin) : outcome;
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

    // The first article with an id stays; the later ones are rejected.
    private static ReadOutcome First(
        Article article, ReadOutcome outcome, InputFiles files, Dictionary<UInt128, Origin> places, Origin origin)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(article.Id), hash);
        UInt128 key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (places.TryAdd(key, origin))
        {
            return outcome;
        }

        Origin first = places[key];
        InputFile firstFile = files.Files[first.File];
        string path = first.Entry < 0 ? firstFile.Path : InputFileReader.NameOf(firstFile, first.Entry);
        IngestionProblem problem = new()
        {
            Code = ProblemCodes.DuplicateId,
            Effect = ProblemEffect.RecordRejected,
            Place = outcome.Place,
            Reason = $"The id was taken by {new RecordPlace(path, first.Line)}, which stays.",
            Excerpt = IngestionProblem.ExcerptOf(article.Title),
            Id = article.Id,
        };
        return new ReadOutcome(outcome.Place, null, [.. outcome.Problems, problem]);
    }

    private static ReadOutcome OfFile(IngestionProblem problem) => new(problem.Place, null, [problem]);

    // Where an article was read: the number of its file, its line, and where its entry stands if the file is an archive.
    private readonly record struct Origin(int File, int Line, long Entry);
}
