using System.CommandLine;
using SearchService.Core.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Indexer.Commands;

/// <summary>The options of commands that read articles.</summary>
internal sealed class ArticleOptions
{
    public Option<string[]> Articles { get; } = new("--articles", "-a")
    {
        Description = "Files and folders of articles: pages (.html), text (.txt), .jsonl .json .csv .tsv, feeds (.xml .rss .atom .rdf), crawls (.warc), each also with .gz, and .zip of these; what a name doesn't say, the content does",
        HelpName = "PATH",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> Outlets { get; } = new("--outlets") { Description = "The registry of outlets (CSV): names, domains, country, stance", HelpName = "FILE" };

    public Option<string?> Fields { get; } = new("--fields") { Description = "What columns are called (JSON), in place of the names built in", HelpName = "FILE" };

    public Option<bool> Strict { get; } = new("--strict") { Description = "End with 1 when any record or file was rejected" };

    public Option<string?> Report { get; } = new("--report") { Description = "Write every problem to a file, a JSON object a line", HelpName = "FILE" };

    public Option<string> Earliest { get; } = new("--earliest")
    {
        Description = "Dates before this day, month or year count as missing",
        HelpName = "DATE",
        DefaultValueFactory = static _ => "1500",
    };

    public Option<int> MaxRecordMegabytes { get; } = new("--max-record-mb")
    {
        Description = "The largest record that is taken",
        HelpName = "MB",
        DefaultValueFactory = static _ => IngestionLimits.Default.RecordBytes >> 20,
    };

    public Option<int> MaxPageMegabytes { get; } = new("--max-page-mb")
    {
        Description = "The largest page of HTML that is taken",
        HelpName = "MB",
        DefaultValueFactory = static _ => IngestionLimits.Default.PageBytes >> 20,
    };

    public Option<int> MaxTextLength { get; } = new("--max-text-chars")
    {
        Description = "The longest text that is taken",
        HelpName = "N",
        DefaultValueFactory = static _ => IngestionLimits.Default.TextLength,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (IEnumerable<Option>)[Articles, Outlets, Fields, Strict, Report, Earliest, MaxRecordMegabytes, MaxPageMegabytes, MaxTextLength])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The files that were named.</summary>
    public InputFiles FindFiles(ParseResult parsed) => InputFiles.Find(parsed.GetRequiredValue(Articles), NotArticles(parsed));

    /// <summary>How they are to be read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="progress">Told of the bytes read.</param>
    /// <param name="report">Told of bad lines of the registry.</param>
    /// <exception cref="UsageException">An option can't be used.</exception>
    public ArticleSetOptions Read(ParseResult parsed, ReadProgress progress, Action<IngestionProblem> report)
    {
        int megabytes = parsed.GetValue(MaxRecordMegabytes);
        int pageMegabytes = parsed.GetValue(MaxPageMegabytes);
        int textLength = parsed.GetValue(MaxTextLength);
        if (megabytes is < 1 or > 1024 || pageMegabytes is < 1 or > 1024 || textLength < 1)
        {
            throw new UsageException("--max-record-mb and --max-page-mb take 1 to 1024, --max-text-chars 1 and more.");
        }

        if (!ArticleDate.TryParse(parsed.GetValue(Earliest), out ArticleDate earliest))
        {
            throw new UsageException($"--earliest takes a date such as 1850, 1850-03 or 1850-03-27, not '{parsed.GetValue(Earliest)}'.");
        }

        return new ArticleSetOptions
        {
            Fields = Try("--fields", parsed.GetValue(Fields), FieldNames.Read) ?? FieldNames.Default,
            Outlets = Try("--outlets", parsed.GetValue(Outlets), path => OutletRegistryReader.Read(path, report)) ?? OutletRegistry.Empty,
            Limits = new IngestionLimits { RecordBytes = megabytes << 20, PageBytes = pageMegabytes << 20, TextLength = textLength },
            Earliest = earliest.First,
            Progress = progress,
            NotArticles = [.. NotArticles(parsed)],
        };
    }

    /// <summary>Opens the file of the report, if one is wanted.</summary>
    /// <exception cref="UsageException">It can't be written.</exception>
    public ReportFile? OpenReport(ParseResult parsed) => Try("--report", parsed.GetValue(Report), static path => new ReportFile(File.Create(path)));

    private IEnumerable<string> NotArticles(ParseResult parsed) =>
        ((IEnumerable<string?>)[parsed.GetValue(Outlets), parsed.GetValue(Fields), parsed.GetValue(Report)]).OfType<string>();

    private static T? Try<T>(string option, string? path, Func<string, T> use)
        where T : class
    {
        try
        {
            return path is null ? null : use(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{option}: {error.Message}");
        }
    }
}
