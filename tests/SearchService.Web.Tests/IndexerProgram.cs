using SearchService.Indexer;

namespace SearchService.Web.Tests;

/// <summary>The indexer's command line, inside the test's process.</summary>
internal static class IndexerProgram
{
    internal static int Run(string[] args) =>
        CommandLine.Run(args, new Terminal(TextWriter.Null, TextWriter.Null, OutputIsTerminal: false, ErrorIsTerminal: false), CancellationToken.None);
}
