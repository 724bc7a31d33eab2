using System.CommandLine;
using System.Globalization;
using SearchService.Core.Indexes;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer check</c>: compares everything in an index with what it promises.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        Option<string> index = IndexOption.Create();
        Command command = new(
            "check",
            """
            Reads all of an index and says what is damaged; ends with 3 if anything is.

            Example:
              indexer check --index index/main
            """);
        command.Options.Add(index);
        command.SetAction(parsed =>
        {
            string directory = parsed.GetRequiredValue(index);
            IndexCheck check = Backend.Chosen(parsed).Check(directory, cancellationToken);
            foreach (string finding in check.Findings)
            {
                terminal.Output.WriteLine(finding);
            }

            string generation = check.Generation is { } number ? $"generation {number}" : "no generation that can be read";
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{directory}, {generation}: {(check.IsSound ? "sound" : "damaged")}; {check.Documents:N0} articles and quotations, {check.Terms:N0} terms, {check.Postings:N0} postings, {check.Positions:N0} positions, {check.Bytes:N0} bytes"));
            if (!check.IsSound)
            {
                terminal.Error.WriteLine("error: The index is damaged. Build it anew from its articles: indexer build.");
            }

            return check.IsSound ? ExitCodes.Done : ExitCodes.Index;
        });
        return command;
    }
}
