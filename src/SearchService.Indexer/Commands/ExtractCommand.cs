using System.CommandLine;
using System.Globalization;
using SearchService.Indexer.Building;
using SearchService.Indexer.Output;
using SearchService.Ingestion;
using SearchService.Ingestion.Reporting;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer extract</c>: a dry run that shows each article as it would be indexed.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        ArticleOptions articles = new();
        Command command = new(
            "extract",
            """
            Shows each article as it would be indexed, a JSON object a line; writes no index.

            Example:
              indexer extract --articles page.txt --outlets config/outlets.csv
            """);
        articles.AddTo(command);
        command.SetAction(parsed =>
        {
            ReadProgress progress = new();
            IngestionReport report = new();
            List<IngestionProblem> ofRegistry = [];
            ArticleSetOptions options = articles.Read(parsed, progress, ofRegistry.Add);
            using ReportFile? file = articles.OpenReport(parsed);
            Reporting reporting = new(report, file);
            ofRegistry.ForEach(reporting.Add);
            long read = 0;
            using (ProgressLine line = new(terminal with { ErrorIsTerminal = terminal.ErrorIsTerminal && !terminal.OutputIsTerminal }, progress))
            {
                foreach (ReadOutcome outcome in new ArticleSetReader(options).Read(articles.FindFiles(parsed), cancellationToken))
                {
                    reporting.Add(outcome);
                    if (outcome.Article is { } article)
                    {
                        terminal.Output.WriteLine(ArticleJson.Of(article));
                        line.Tell(++read);
                    }
                }
            }

            file?.Write(report);
            terminal.Output.Flush();
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {read:N0}, rejected {report.Rejected:N0}"));
            ReportSummary.WriteProblems(terminal.Error, report);
            ReportSummary.WriteArticles(terminal.Error, report);
            return Reporting.CodeOf(report, parsed.GetValue(articles.Strict));
        });
        return command;
    }
}
