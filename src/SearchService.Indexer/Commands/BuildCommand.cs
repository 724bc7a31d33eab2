using System.CommandLine;
using System.Globalization;
using SearchService.Core.Indexes;
using SearchService.Indexer.Building;
using SearchService.Ingestion;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer build</c>: makes the index anew from an article set.</summary>
internal sealed class BuildCommand
{
    private readonly ArticleOptions _articles = new();
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Option<bool> _ifChanged = new("--if-changed") { Description = "Do nothing when articles, settings and program are those the index was built from" };
    private readonly Option<bool> _merge = new("--merge") { Description = "Merge the index into one segment at the end: a little faster to search, and written once more" };
    private readonly Terminal _terminal;
    private readonly CancellationToken _cancellationToken;

    private BuildCommand(Terminal terminal, CancellationToken cancellationToken) => (_terminal, _cancellationToken) = (terminal, cancellationToken);

    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        BuildCommand build = new(terminal, cancellationToken);
        Command command = new(
            "build",
            """
            Makes an index of articles. Readers see the old one until the new one is whole.

            Example:
              indexer build --articles archive/ more.jsonl.gz --outlets config/outlets.csv --index index/main
            """);
        build._articles.AddTo(command);
        command.Options.Add(build._index);
        command.Options.Add(build._ifChanged);
        command.Options.Add(build._merge);
        command.SetAction(build.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        IBackend backend = Backend.Chosen(parsed);
        string directory = parsed.GetRequiredValue(_index);
        if (File.Exists(directory))
        {
            throw new UsageException($"--index takes a folder, and '{directory}' is a file.");
        }

        ReadProgress progress = new();
        IngestionReport report = new();
        List<IngestionProblem> ofRegistry = [];
        ArticleSetOptions options = _articles.Read(parsed, progress, ofRegistry.Add);
        InputFiles files = _articles.FindFiles(parsed);
        string fingerprint = InputFingerprint.Of(files, options, parsed.GetValue(_articles.Outlets), parsed.GetValue(_articles.Fields));
        bool allThere = files.Problems.All(static problem => problem.Effect == ProblemEffect.FileSkipped);
        if (parsed.GetValue(_ifChanged) && allThere && StateBuiltFrom(backend, directory, fingerprint) is { } state)
        {
            _terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"up to date: {directory}, generation {state.Generation}, {state.Articles:N0} articles"));
            return ExitCodes.Done;
        }

        using ReportFile? reportFile = _articles.OpenReport(parsed);
        Reporting reporting = new(report, reportFile);
        ofRegistry.ForEach(reporting.Add);
        using ProgressLine line = new(_terminal, progress);
        using IArticleIndexWriter writer = backend.OpenWriter(directory, parsed.GetValue(_merge));
        foreach (ReadOutcome outcome in new ArticleSetReader(options).Read(files, _cancellationToken))
        {
            try
            {
                ArticleOutcome? taken = outcome.Article is { } article ? writer.Add(article) : null;
                reporting.Add(outcome);
                if (taken is { } added)
                {
                    report.Add(added);
                    line.Tell(report.Articles);
                }
            }
            catch (ArgumentException refused)
            {
                reporting.Add(outcome with { Article = null, Problems = [.. outcome.Problems, Refusal(outcome, refused)] });
            }
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (report.Articles == 0)
        {
            writer.Rollback();
            line.Dispose();
            ReportSummary.WriteProblems(_terminal.Error, report);
            throw new UsageException("There is no article in what was given; the index is as it was.");
        }

        line.Say(string.Create(CultureInfo.InvariantCulture, $"read {report.Articles:N0} articles in {ProgressLine.Time(line.Elapsed)}; writing the index"));
        CommitResult commit = writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [InputFingerprint.Property] = fingerprint,
            ["builder"] = $"indexer {typeof(BuildCommand).Assembly.GetName().Version?.ToString(3)}",
            ["files"] = files.Files.Length.ToString(CultureInfo.InvariantCulture),
            ["stories"] = report.Stories.ToString(CultureInfo.InvariantCulture),
            ["rejected"] = report.Rejected.ToString(CultureInfo.InvariantCulture),
        });
        report.Removed = commit.Removed;
        reportFile?.Write(report);

        _terminal.Error.WriteLine(ReportSummary.Totals(report));
        ReportSummary.WriteProblems(_terminal.Error, report);
        ReportSummary.WriteArticles(_terminal.Error, report);
        _terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{directory}: generation {commit.State.Generation}, {commit.State.Articles:N0} articles, in {line.Elapsed.TotalSeconds:0.0} s"));
        return Reporting.CodeOf(report, parsed.GetValue(_articles.Strict));
    }

    private static IngestionProblem Refusal(ReadOutcome outcome, ArgumentException refused) => new()
    {
        Code = ProblemCodes.ValueTooLong,
        Effect = ProblemEffect.RecordRejected,
        Place = outcome.Place,
        Reason = refused.Message,
        Id = outcome.Article?.Id is { } id ? IngestionProblem.ExcerptOf(id) : null,
    };

    private static IndexState? StateBuiltFrom(IBackend backend, string directory, string fingerprint)
    {
        try
        {
            using IArticleIndex index = backend.OpenIndex(directory);
            IndexDescription description = index.Describe();
            return description.Properties.GetValueOrDefault(InputFingerprint.Property) == fingerprint ? description.State : null;
        }
        catch (IndexException)
        {
            // There is none, or one that can't be used: whatever is wrong, building says or mends it.
            return null;
        }
    }
}
