using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Conformance;

/// <summary>The same few articles, indexed by each backend that a test asks for.</summary>
internal sealed class SmallArchives(params Article[] articles) : IDisposable
{
    private readonly Dictionary<string, SmallArchive> _made = new(StringComparer.Ordinal);

    /// <summary>The archive that this backend made of them.</summary>
    internal SmallArchive On(IBackend backend)
    {
        if (!_made.TryGetValue(backend.Name, out SmallArchive? archive))
        {
            _made.Add(backend.Name, archive = new SmallArchive(backend, articles));
        }

        return archive;
    }

    public void Dispose()
    {
        foreach (SmallArchive archive in _made.Values)
        {
            archive.Dispose();
        }
    }
}
