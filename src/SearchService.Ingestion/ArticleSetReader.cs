using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Readers;
using SearchService.Ingestion.Readers.Feeds;
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
    /// <returns>One outcome a record, in order, and one a problem of a file. May be enumerated once at a time.</returns>
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
            DateOrders orders = new(files.Files, file => DatesOf(file, builder));
            Dictionary<UInt128, (int File, int Line)> places = [];
            for (int i = 0; i < files.Files.Length; i++)
            {
                foreach ((ReadOutcome outcome, int size) in ReadFile(files.Files[i], builder, orders))
                {
                    ReadOutcome told = outcome.Article is { } article ? First(article, outcome, files, places, i) : outcome;
                    if (!queue.Give(told, size))
                    {
                        return;
                    }
                }
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
        Article article, ReadOutcome outcome, InputFiles files, Dictionary<UInt128, (int File, int Line)> places, int file)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(article.Id), hash);
        UInt128 key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (places.TryAdd(key, (file, (int)Math.Min(int.MaxValue, outcome.Place.Line))))
        {
            return outcome;
        }

        (int firstFile, int firstLine) = places[key];
        IngestionProblem problem = new()
        {
            Code = ProblemCodes.DuplicateId,
            Effect = ProblemEffect.RecordRejected,
            Place = outcome.Place,
            Reason = $"The id was taken by {new RecordPlace(files.Files[firstFile].Path, firstLine)}, which stays.",
            Excerpt = IngestionProblem.ExcerptOf(article.Title),
            Id = article.Id,
        };
        return new ReadOutcome(outcome.Place, null, [.. outcome.Problems, problem]);
    }

    private IEnumerable<(ReadOutcome Outcome, int Size)> ReadFile(InputFile file, ArticleBuilder builder, DateOrders orders)
    {
        using InputContent? content = InputContent.Open(file, options.Limits, options.Progress, out (string Code, string Reason) refusal);
        if (content is null)
        {
            yield return (OfFile(Problem(file, refusal)), 0);
            yield break;
        }

        if (ReaderOf(file.Format) is not { } reader)
        {
            yield return (OfFile(Problem(file, (ProblemCodes.FormatUnknown, "There is no reader of this format."))), 0);
            yield break;
        }

        ReadScope scope = new(file, content, options.Fields, options.Limits);
        DateOrder Order(string? source) => orders.Of(file, source);
        long found = 0;
        foreach (RawOutcome raw in reader.Read(scope))
        {
            found++;
            yield return raw.Record is { } record
                ? (builder.Build(record, scope, Order), raw.SizeInBytes)
                : (OfFile(raw.Problem!), raw.SizeInBytes);
        }

        if (content.Damage is { } damage)
        {
            yield return (OfFile(Problem(file, damage)), 0);
        }
        else if (found == 0)
        {
            yield return (OfFile(Problem(file, (ProblemCodes.FileEmpty, "The file holds no records."))), 0);
        }
    }

    // The dates of a file and what they are dates of, read beside the article set itself.
    private IEnumerable<(string? Source, DateReading Date)> DatesOf(InputFile file, ArticleBuilder builder)
    {
        using InputContent? content = InputContent.Open(file, options.Limits, null, out _);
        if (content is null || ReaderOf(file.Format) is not { } reader)
        {
            yield break;
        }

        ReadScope scope = new(
            file, content, options.Fields, options.Limits, [ArticleField.Date, ArticleField.Source, ArticleField.Url, ArticleField.Host]);
        foreach (RawOutcome raw in reader.Read(scope))
        {
            if (raw.Record is { } record)
            {
                yield return builder.DateOf(record);
            }
        }
    }

    private static IRecordReader? ReaderOf(InputFormat format) => format switch
    {
        InputFormat.JsonLines => new JsonLinesReader(),
        InputFormat.Json => new JsonReader(),
        InputFormat.Csv or InputFormat.Tsv => new DelimitedReader(),
        InputFormat.Text => new PlainTextReader(),
        InputFormat.Html => new HtmlReader(),
        InputFormat.Feed => new FeedReader(),
        _ => null,
    };

    private static ReadOutcome OfFile(IngestionProblem problem) => new(problem.Place, null, [problem]);

    private static IngestionProblem Problem(InputFile file, (string Code, string Reason) refusal) => new()
    {
        Code = refusal.Code,
        Effect = ProblemEffect.FileRejected,
        Place = new RecordPlace(file.Path, 0),
        Reason = refusal.Reason,
    };
}
