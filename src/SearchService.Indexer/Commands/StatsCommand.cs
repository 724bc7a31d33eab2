using System.CommandLine;
using System.Globalization;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Indexer.Output;
using Spectre.Console;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer stats</c>: what is in an index.</summary>
internal static class StatsCommand
{
    private const int ValuesShown = 5;

    public static Command Create(Terminal terminal)
    {
        Option<string> index = IndexOption.Create();
        Option<bool> json = new("--json") { Description = "As JSON, on one line" };
        Command command = new(
            "stats",
            """
            Says what is in an index: articles, dates, the values of each facet.

            Example:
              indexer stats --index index/main
            """);
        command.Options.Add(index);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            using IArticleIndex opened = Backend.Chosen(parsed).OpenIndex(parsed.GetRequiredValue(index));
            IndexDescription description = opened.Describe();
            if (parsed.GetValue(json))
            {
                terminal.Output.WriteLine(SearchJson.Of(description, opened.Capabilities));
            }
            else
            {
                Write(terminal, description, opened.Capabilities);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, IndexDescription index, BackendCapabilities capabilities)
    {
        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{index.State.Name}: generation {index.State.Generation} of {index.Created:yyyy-MM-dd HH:mm:ss}Z, backend {index.Backend}"));
        if (capabilities.Denied().ToArray() is { Length: > 0 } denied)
        {
            terminal.Output.WriteLine($"without {string.Join(", ", denied)}");
        }

        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{index.State.Articles:N0} articles, {index.SizeInBytes / 1e6:N1} MB, {index.Earliest:yyyy-MM-dd} to {index.Latest:yyyy-MM-dd}"));
        Table table = new Table().Border(terminal.OutputIsTerminal ? TableBorder.Rounded : TableBorder.Ascii2)
            .AddColumns("facet", "values", "missing", "most frequent");
        table.Columns[1].Alignment = table.Columns[2].Alignment = Justify.Right;
        foreach (Facet facet in index.Facets)
        {
            string values = string.Join(", ", facet.Values.Take(ValuesShown).Select(static bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.Value} {bucket.Count:N0}")));
            table.AddRow(
                Markup.Escape(facet.Field),
                facet.Distinct.ToString("N0", CultureInfo.InvariantCulture),
                facet.Missing.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(values));
        }

        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Output),
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
        }).Write(table);
    }
}
