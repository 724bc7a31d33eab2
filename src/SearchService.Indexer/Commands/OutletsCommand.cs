using System.CommandLine;
using System.Globalization;
using SearchService.Indexer.Building;
using SearchService.Indexer.Output;
using SearchService.Ingestion;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer outlets</c>: the outlets of articles that the registry doesn't know, as lines for it.</summary>
internal static class OutletsCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        ArticleOptions articles = new();
        Option<bool> json = new("--json") { Description = "With the number of articles, a JSON object a line" };
        Command command = new(
            "outlets",
            """
            Lists the outlets of articles that the registry doesn't know, those of most articles first, each as a line for the registry
            with country and stance to be filled in; writes no index. Without --outlets that is a whole registry, header and all.

            Examples:
              indexer outlets --articles archive/ > outlets.csv
              indexer outlets --articles archive/ --outlets config/outlets.csv >> config/outlets.csv
            """);
        articles.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            ReadProgress progress = new();
            IngestionReport report = new();
            List<IngestionProblem> ofRegistry = [];
            ArticleSetOptions options = articles.Read(parsed, progress, ofRegistry.Add);
            using ReportFile? file = articles.OpenReport(parsed);
            Reporting reporting = new(report, file);
            ofRegistry.ForEach(reporting.Add);
            UnknownOutlets unknown = new();
            long read = 0;
            using (ProgressLine line = new(terminal, progress))
            {
                // Quotations and stories say nothing of outlets; stories are looked for only where the report's file counts them.
                ArticleSetOptions needed = options with { QuotationThreads = 0, Stories = file is null ? null : options.Stories };
                foreach (ReadOutcome outcome in new ArticleSetReader(needed).Read(articles.FindFiles(parsed), cancellationToken))
                {
                    reporting.Add(outcome);
                    if (outcome.Article is { } article)
                    {
                        line.Tell(++read);
                        if (outcome.OutletKnown != true && (article.Source ?? outcome.OutletAddress) is not null)
                        {
                            unknown.Add(article.Source, outcome.OutletAddress);
                        }
                    }
                }
            }

            file?.Write(report);
            IReadOnlyList<UnknownOutlet> outlets = unknown.List();
            if (!parsed.GetValue(json) && options.Outlets.Count == 0 && outlets.Count > 0)
            {
                terminal.Output.WriteLine(UnknownOutlet.Header);
            }

            foreach (UnknownOutlet outlet in outlets)
            {
                terminal.Output.WriteLine(parsed.GetValue(json) ? UnknownOutletJson.Of(outlet) : outlet.ToLine());
            }

            terminal.Output.Flush();
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"read {read:N0} articles; {unknown.Articles:N0} of them are of {outlets.Count:N0} outlets that the registry doesn't know"));
            ReportSummary.WriteProblems(terminal.Error, report);
            return Reporting.CodeOf(report, parsed.GetValue(articles.Strict));
        });
        return command;
    }
}
