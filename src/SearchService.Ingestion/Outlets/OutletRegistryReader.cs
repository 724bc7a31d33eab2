using CsvHelper;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Outlets;

/// <summary>Reads <c>outlets.csv</c>: <c>outlet, aliases (|), domains (|), country, stance, label_source</c>.</summary>
/// <remarks>
/// The header says which column is which, in any order; only <c>outlet</c> is needed. Also accepted: <c>name</c> or <c>source</c> for
/// the outlet, singular forms, <c>label</c> for the stance, <c>source_of_label</c>.
/// </remarks>
public static class OutletRegistryReader
{
    private const int LongestRowInBytes = 1 << 20;

    private static readonly string[][] ColumnNames =
    [
        ["outlet", "name", "source"],
        ["aliases", "alias"],
        ["domains", "domain"],
        ["country"],
        ["stance", "label"],
        ["labelsource", "sourceoflabel"],
    ];

    /// <summary>Reads a registry.</summary>
    /// <param name="path">Of the file, which may be compressed by gzip.</param>
    /// <param name="report">Told of lines that can't be used, or only in part.</param>
    /// <exception cref="FormatException">It is no such file; the message says why.</exception>
    public static OutletRegistry Read(string path, Action<IngestionProblem> report)
    {
        InputFile file = new(path, Path.GetFileName(path), InputFormat.Csv, 0, default);
        using InputContent content = InputContent.Open(ContentSource.OnDisk(file), FieldNames.Default, new DecompressionBudget(IngestionLimits.Default, null), out Refusal refusal)
            ?? throw new FormatException($"The outlet registry {path} can't be read. {refusal.Reason}");
        using CsvReader csv = CsvReader.Create(
            content.Stream, new CsvReaderOptions { TrackLineNumbers = true, TrimWhitespace = true, MaxRecordSize = LongestRowInBytes }, leaveOpen: true);
        try
        {
            return Read(csv, path, report);
        }
        catch (CsvFormatException error)
        {
            throw new FormatException($"The outlet registry {path} can't be read from line {error.LineNumber} on: {error.Message}", error);
        }
    }

    private static OutletRegistry Read(CsvReader csv, string path, Action<IngestionProblem> report)
    {
        csv.ReadHeader();
        List<string> headers = [.. csv.Headers.Select(static header => NameKey.Of(header))];
        int[] columns = [.. ColumnNames.Select(names => headers.FindIndex(header => names.Contains(header, StringComparer.Ordinal)))];
        if (columns[0] < 0)
        {
            throw new FormatException(
                $"The outlet registry {path} has no column 'outlet': found are {string.Join(", ", csv.Headers)}; wanted are outlet, aliases, domains, country, stance, label_source.");
        }

        OutletRegistry registry = new();
        while (csv.Read())
        {
            string Value(int column) => columns[column] < 0 ? "" : TextNormalizer.Line(MixedEncoding.GetString(csv.GetSpan(columns[column]), out _));
            void Report(string code, ProblemEffect effect, string field, string reason, string excerpt) => report(new IngestionProblem
            {
                Code = code,
                Effect = effect,
                Place = new RecordPlace(path, csv.LineNumber),
                Field = field,
                Reason = reason,
                Excerpt = IngestionProblem.ExcerptOf(excerpt),
            });

            string[] given = List(Value(2));
            List<string> domains = [];
            foreach (string domain in given)
            {
                if (WebAddress.TryHost(domain, out string host))
                {
                    domains.Add(host);
                }
                else
                {
                    Report(ProblemCodes.UrlNotUnderstood, ProblemEffect.ValueMissing, "domains", "This is no domain; the outlet goes without it.", domain);
                }
            }

            string name = Value(0);
            if (name.Length == 0 && domains.Count == 0)
            {
                Report(ProblemCodes.OutletNameless, ProblemEffect.RecordRejected, "outlet", "The line names neither an outlet nor a domain.", "");
                continue;
            }

            string country = Value(3);
            if (country.Length > 0 && !CodeTable.Countries.TryFind(country, out country))
            {
                Report(
                    ProblemCodes.CountryUnknown,
                    ProblemEffect.ValueMissing,
                    "country",
                    "Neither an ISO 3166 code nor the English name of a country; the outlet goes without.",
                    Value(3));
            }

            Outlet outlet = new()
            {
                Name = name.Length > 0 ? name : domains[0],
                Aliases = List(Value(1)),
                Domains = domains,
                Country = NullIfEmpty(country),
                Stance = NullIfEmpty(Value(4)),
                LabelSource = NullIfEmpty(Value(5)),
            };
            foreach ((string taken, Outlet holder) in registry.Add(outlet))
            {
                Report(ProblemCodes.OutletConflict, ProblemEffect.ValueMissing, "outlet", $"'{taken}' is {holder.Name}'s already, which keeps it.", taken);
            }
        }

        return registry;
    }

    private static string[] List(string value) => value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? NullIfEmpty(string value) => value.Length > 0 ? value : null;
}
