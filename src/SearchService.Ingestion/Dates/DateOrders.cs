using SearchService.Ingestion.Files;

namespace SearchService.Ingestion.Dates;

/// <summary>Knows the order in which day and month stand in the dates of a source.</summary>
/// <remarks>
/// Asked for only where a date can be read in two ways. The first such date of a known source has the dates of the whole article set looked
/// through, once: a source writes its dates alike in all of its files. Without a source, or where all of its dates can be read in two
/// ways, the dates of the file decide.
/// </remarks>
/// <param name="files">The article set.</param>
/// <param name="ofAll">Reads the dates of one of its files, each with its source or null, in order; the file may be left before its end.</param>
/// <param name="of">The same for one file of an archive, or a file that is none.</param>
internal sealed class DateOrders(
    IReadOnlyList<InputFile> files,
    Func<InputFile, IEnumerable<(string? Source, DateReading Date)>> ofAll,
    Func<ContentSource, IEnumerable<(string? Source, DateReading Date)>> of)
{
    /// <summary>Records of a file that are looked at.</summary>
    public const int RecordsOfFile = 20_000;

    /// <summary>Records of the whole set that are looked at.</summary>
    public const int RecordsOfSet = 200_000;

    private Dictionary<string, DateOrderEvidence>? _sources;
    private (InputFile File, DateOrder Order)? _last;

    /// <summary>The order in the dates of a source.</summary>
    /// <param name="file">Where the date stands.</param>
    /// <param name="source">The key of its outlet, or null.</param>
    public DateOrder Of(ContentSource file, string? source)
    {
        if (source is not null && (_sources ??= ReadAll()).TryGetValue(source, out DateOrderEvidence? evidence))
        {
            return evidence.Order;
        }

        if (_last is not { } last || last.File != file.File)
        {
            _last = last = (file.File, ReadFile(file));
        }

        return last.Order;
    }

    // Only sources that show an order are kept.
    private Dictionary<string, DateOrderEvidence> ReadAll()
    {
        Dictionary<string, DateOrderEvidence> sources = new(StringComparer.Ordinal);
        int left = RecordsOfSet;
        for (int i = 0; i < files.Count && left > 0; i++)
        {
            foreach ((string? source, DateReading date) in ofAll(files[i]).Take(Math.Min(RecordsOfFile, left)))
            {
                left--;
                if (source is not null && date.Order != DateOrder.Unknown)
                {
                    (sources.TryGetValue(source, out DateOrderEvidence? evidence) ? evidence : sources[source] = new DateOrderEvidence()).Add(date);
                }
            }
        }

        return sources;
    }

    private DateOrder ReadFile(ContentSource file)
    {
        DateOrderEvidence evidence = new();
        foreach ((_, DateReading date) in of(file).Take(RecordsOfFile))
        {
            evidence.Add(date);
            if (evidence.IsDecided)
            {
                break;
            }
        }

        return evidence.Order;
    }
}
