using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Indexer;

/// <summary>The one place where the command line chooses its backend.</summary>
internal static class Backend
{
    /// <summary>The one chosen.</summary>
    public static IBackend Chosen { get; } = new EmbeddedBackend();
}
