using System.Collections.Concurrent;
using System.Collections.Immutable;
using SearchService.Backend.Embedded;
#if LUCENE_NET
using SearchService.Backend.LuceneNet;
#endif
using SearchService.Core.Indexes;

namespace SearchService.Conformance;

/// <summary>What the suite is run over: the one place that names backends.</summary>
internal static class Backends
{
    private static readonly ConcurrentDictionary<string, BackendCapabilities> Capabilities = new(StringComparer.Ordinal);

    /// <summary>All that are built.</summary>
    internal static ImmutableArray<IBackend> Built { get; } =
    [
        new EmbeddedBackend(),
#if LUCENE_NET
        new LuceneNetBackend(),
#endif
    ];

    /// <summary>The one with this name.</summary>
    internal static IBackend Named(string name) => Built.Single(backend => backend.Name == name);

    /// <summary>What a backend says it can do, of an archive of nothing.</summary>
    internal static BackendCapabilities CapabilitiesOf(IBackend backend) => Capabilities.GetOrAdd(backend.Name, _ =>
    {
        using SmallArchive empty = new(backend);
        return empty.Index.Capabilities;
    });
}
