using System.CommandLine;
using SearchService.Backend.Embedded;
#if LUCENE_NET
using SearchService.Backend.LuceneNet;
#endif
using SearchService.Core.Indexes;

namespace SearchService.Indexer;

/// <summary>The one place where the command line chooses its backend.</summary>
internal static class Backend
{
    private const string OptionName = "--backend";

    /// <summary>Gets those that the command line is built with.</summary>
    public static BackendChoice Choice { get; } =
#if LUCENE_NET
        new([new EmbeddedBackend(), new LuceneNetBackend()]);
#else
        new([new EmbeddedBackend()], ("lucene", "is built in with -p:LuceneNet=true (make serve BACKEND=lucene), and needs the packages of Lucene.Net"));
#endif

    /// <summary>The option that names it, of every command.</summary>
    public static Option<string> CreateOption() => new(OptionName)
    {
        Description = $"What keeps and searches the index: {string.Join(" or ", Choice.Names)}",
        HelpName = "NAME",
        Recursive = true,
        DefaultValueFactory = static _ => Choice.Default,
    };

    /// <summary>The one chosen.</summary>
    /// <exception cref="UsageException">There is none of this name.</exception>
    public static IBackend Chosen(ParseResult parsed) =>
        Choice.TryFind(parsed.GetRequiredValue<string>(OptionName), out IBackend? backend, out string? problem) ? backend : throw new UsageException(problem);
}
