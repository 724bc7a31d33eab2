using System.CommandLine;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Indexer.Commands;

namespace SearchService.Indexer;

/// <summary>The program: a table of its commands, and what becomes of their failures.</summary>
public static class CommandLine
{
    private const string Rights = "Give the one who runs the indexer the right to it, or choose another folder.";

    /// <summary>Runs the program.</summary>
    /// <param name="args">As given on the command line.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="cancellationToken">Interrupts it; an index that is being built stays as it was.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        RootCommand root = new("Builds and searches indexes of news articles. Results go to standard output, everything else to standard error.")
        {
            BuildCommand.Create(terminal, cancellationToken),
            ExtractCommand.Create(terminal, cancellationToken),
            OutletsCommand.Create(terminal, cancellationToken),
            SearchCommand.Create(terminal, cancellationToken),
            VerifyCommand.Create(terminal, cancellationToken),
            StatsCommand.Create(terminal),
            CheckCommand.Create(terminal, cancellationToken),
            InspectCommand.Create(terminal, cancellationToken),
            Backend.CreateOption(),
        };
        ParseResult parsed = root.Parse(args);
        InvocationConfiguration invocation = new()
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            int code = parsed.Errors.Count > 0 ? WrongUsage.Explain(parsed, terminal) : parsed.Invoke(invocation);
            terminal.Output.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("interrupted");
            return ExitCodes.Interrupted;
        }
        catch (UsageException error)
        {
            return Fail(terminal, error.Message, ExitCodes.Usage);
        }
        catch (InvalidQueryException error)
        {
            return Fail(terminal, $"{error.Message} (at {error.Offset}, {error.Length} long)", ExitCodes.Usage);
        }
        catch (InvalidRequestException error)
        {
            return Fail(terminal, error.Message, ExitCodes.Usage);
        }
        catch (IndexException error)
        {
            return Fail(terminal, error.Message, ExitCodes.Index);
        }
        catch (IOException error) when (error.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            // Whoever read the results has seen enough: "| head".
            return ExitCodes.Done;
        }
        catch (UnauthorizedAccessException error)
        {
            return Fail(terminal, $"{error.Message} {Rights}", ExitCodes.Index);
        }
        catch (IOException error)
        {
            return Fail(terminal, error.Message, ExitCodes.Index);
        }
    }

    private static int Fail(Terminal terminal, string message, int code)
    {
        terminal.Output.Flush();
        terminal.Error.WriteLine($"error: {message}");
        return code;
    }
}
