using System.CommandLine;
using SearchService.Core;

namespace SearchService.Indexer;

/// <summary>A command line that isn't understood: what is wrong with it, and what may be meant.</summary>
internal static class WrongUsage
{
    /// <summary>Says it, and where help is.</summary>
    /// <returns>The exit code.</returns>
    public static int Explain(ParseResult parsed, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        // What follows a command that isn't known may be right for the one that is meant.
        string[] unknown = [.. parsed.UnmatchedTokens.Take(command is RootCommand ? 1 : int.MaxValue)];
        for (int at = 0; at < unknown.Length; at++)
        {
            bool isValueOfUnknown = at > 0 && unknown[at - 1].StartsWith('-') && !unknown[at].StartsWith('-');
            if (!isValueOfUnknown)
            {
                terminal.Error.WriteLine($"error: {Of(unknown[at], command)}");
            }
        }

        // That a command is missing is said of every one that is misspelt.
        bool misspelt = unknown.Length > 0 && command is RootCommand;
        foreach (string message in parsed.Errors.Select(static error => error.Message).Where(message => !misspelt && !unknown.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            terminal.Error.WriteLine($"error: {message}");
        }

        terminal.Error.WriteLine($"See: indexer{(command is RootCommand ? "" : $" {command.Name}")} --help");
        return ExitCodes.Usage;
    }

    private static string Of(string token, Command command)
    {
        bool isOption = token.StartsWith('-');
        if (!isOption && command.Arguments.FirstOrDefault() is { } text)
        {
            return $"'{token}' is a second {text.HelpName}. One of several words stands between apostrophes: indexer {command.Name} --index DIR 'one two'";
        }

        string what = isOption ? "option" : "command";
        IEnumerable<string> names = isOption ? command.Options.Select(static option => option.Name) : command.Subcommands.Select(static one => one.Name);
        string? meant = NearestName.Of(token, names);
        return !isOption && command is not RootCommand
            ? $"'{token}' stands behind no option that takes it."
            : $"There is no {what} '{token}'.{(meant is null ? "" : $" Did you mean {meant}?")}";
    }
}
