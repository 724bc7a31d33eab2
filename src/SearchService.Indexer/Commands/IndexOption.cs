using System.CommandLine;

namespace SearchService.Indexer.Commands;

/// <summary>The option that names an index.</summary>
internal static class IndexOption
{
    public static Option<string> Create() => new("--index", "-i") { Description = "The folder of the index", HelpName = "DIR", Required = true };
}
