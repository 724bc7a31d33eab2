using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Files.Zip;
using SearchService.Ingestion.Readers;
using SearchService.Ingestion.Readers.Feeds;
using SearchService.Ingestion.Readers.Warc;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion;

/// <summary>Reads one file: decides what it is, looks into it if it is an archive, and makes articles of its records.</summary>
/// <param name="options">Of the article set.</param>
/// <param name="files">All of the set, to see which of two readings of a date other dates speak for.</param>
/// <param name="builder">Makes articles.</param>
/// <param name="aside">Takes the files that nobody called articles, and that are none.</param>
internal sealed class InputFileReader(ArticleSetOptions options, IReadOnlyList<InputFile> files, ArticleBuilder builder, LeftAside aside)
{
    private DateOrders? _orders;

    private DateOrders Orders => _orders ??= new DateOrders(files, DatesOfAll, DatesOf);

    /// <summary>Reads a file.</summary>
    /// <param name="file">On the disk.</param>
    /// <returns>Outcomes in order, each with its bytes and where in its archive its entry stands, or -1.</returns>
    public IEnumerable<(ReadOutcome Outcome, int Size, long Entry)> Read(InputFile file)
    {
        DecompressionBudget budget = new(options.Limits, options.Progress);
        bool isArchive = false;
        foreach ((ReadOutcome outcome, int size) in Read(ContentSource.OnDisk(file), budget, refusal => isArchive = refusal.IsArchive))
        {
            yield return (outcome, size, -1);
        }

        if (isArchive)
        {
            foreach ((ReadOutcome Outcome, int Size, long Entry) read in ReadArchive(file, budget))
            {
                yield return read;
            }
        }
    }

    /// <summary>Names the entry of an archive that stands somewhere, for a message.</summary>
    public static string NameOf(InputFile archive, long entry)
    {
        try
        {
            using ZipArchiveReader zip = new(archive.Path);
            return $"{archive.Path}/{zip.NameAt(entry)}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return archive.Path;
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
        InputFormat.Warc => new WarcReader(),
        _ => null,
    };

    private static ReadOutcome OfFile(IngestionProblem problem) => new(problem.Place, null, [problem]);

    private static IngestionProblem Problem(InputFile file, string code, string reason, ProblemEffect effect = ProblemEffect.FileRejected) =>
        new() { Code = code, Effect = effect, Place = new RecordPlace(file.Path, 0), Reason = reason };

    private IEnumerable<(ReadOutcome Outcome, int Size)> Read(ContentSource source, DecompressionBudget budget, Action<Refusal> onRefusal)
    {
        InputFile file = source.File;
        using InputContent? content = InputContent.Open(source, options.Fields, budget, out Refusal refusal);
        if (content is null)
        {
            onRefusal(refusal);
            if (refusal.Holds is { } holds && !file.IsNamed)
            {
                aside.Add(InputFile.ExtensionOf(file.Path), holds, refusal.Code, new RecordPlace(file.Path, 0));
            }
            else if (!refusal.IsArchive)
            {
                yield return (OfFile(Problem(file, refusal.Code, refusal.Reason)), 0);
            }

            yield break;
        }

        foreach ((string code, string reason) in content.Notes)
        {
            yield return (OfFile(Problem(file, code, reason, ProblemEffect.Noted)), 0);
        }

        if (ReaderOf(content.Format) is not { } reader)
        {
            string reason = content.Format == InputFormat.Zip ? "This is no zip archive, whatever its name says." : "There is no reader of this format.";
            yield return (OfFile(Problem(file, ProblemCodes.FormatUnknown, reason)), 0);
            yield break;
        }

        ReadScope scope = new(file with { Format = content.Format }, content, options.Fields, options.Limits);
        DateOrder Order(string? outlet) => Orders.Of(source, outlet);
        long found = 0;
        foreach (RawOutcome raw in reader.Read(scope))
        {
            found++;
            if (raw.Record is { } record)
            {
                MojibakeRecords.Mend(record, scope);
                yield return (builder.Build(record, scope, Order), raw.SizeInBytes);
            }
            else
            {
                yield return (OfFile(raw.Problem!), raw.SizeInBytes);
            }
        }

        if (content.Damage is { } damage)
        {
            yield return (OfFile(Problem(file, damage.Code, damage.Reason)), 0);
        }
        else if (found == 0)
        {
            yield return (OfFile(Problem(file, ProblemCodes.FileEmpty, "The file holds no records.")), 0);
        }
    }

    // One entry after the other, in the order of the archive's directory; the budget is that of the archive.
    private IEnumerable<(ReadOutcome Outcome, int Size, long Entry)> ReadArchive(InputFile file, DecompressionBudget budget)
    {
        using ArchiveEntries entries = new(file, options.Limits);
        while (entries.Next(aside))
        {
            ContentSource source = entries.Current;
            foreach ((ReadOutcome outcome, int size) in Read(source, budget, static _ => { }))
            {
                yield return (outcome, size, source.Entry);
            }

            if (budget.IsSpent)
            {
                entries.End(ProblemCodes.GzipRatio, budget.Reason);
            }
        }

        foreach (IngestionProblem problem in entries.Problems())
        {
            yield return (OfFile(problem), 0, -1);
        }
    }

    // The dates of a file on the disk, or of all entries of an archive.
    private IEnumerable<(string? Source, DateReading Date)> DatesOfAll(InputFile file)
    {
        bool isArchive = false;
        foreach ((string?, DateReading) date in DatesOf(ContentSource.OnDisk(file), refusal => isArchive = refusal.IsArchive))
        {
            yield return date;
        }

        if (!isArchive)
        {
            yield break;
        }

        using ArchiveEntries entries = new(file, options.Limits);
        while (entries.Next(new LeftAside()))
        {
            foreach ((string?, DateReading) date in DatesOf(entries.Current))
            {
                yield return date;
            }
        }
    }

    private IEnumerable<(string? Source, DateReading Date)> DatesOf(ContentSource source) => DatesOf(source, static _ => { });

    // The dates and what they are dates of, read beside the article set itself.
    private IEnumerable<(string? Source, DateReading Date)> DatesOf(ContentSource source, Action<Refusal> onRefusal)
    {
        using InputContent? content = InputContent.Open(source, options.Fields, new DecompressionBudget(options.Limits, null), out Refusal refusal);
        if (content is null || ReaderOf(content.Format) is not { } reader)
        {
            onRefusal(refusal);
            yield break;
        }

        ReadScope scope = new(
            source.File with { Format = content.Format }, content, options.Fields, options.Limits, [ArticleField.Date, ArticleField.Source, ArticleField.Url, ArticleField.Host]);
        foreach (RawOutcome raw in reader.Read(scope))
        {
            if (raw.Record is { } record)
            {
                yield return builder.DateOf(record);
            }
        }
    }
}
