using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Web;

/// <summary>The one place where the service chooses its backend.</summary>
internal static class ServedBackend
{
    /// <exception cref="IndexException">The folder holds no index that this backend can open.</exception>
    internal static IArticleIndex Open(string directory) => EmbeddedBackend.OpenIndex(directory);
}
