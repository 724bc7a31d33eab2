using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Web;

/// <summary>The one place where the service chooses its backend.</summary>
internal static class ServedBackend
{
    /// <summary>The one chosen.</summary>
    internal static IBackend Chosen { get; } = new EmbeddedBackend();
}
