using System.Collections.Concurrent;
using SearchService.Conformance;
using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

[assembly: AssemblyFixture(typeof(UsNewsArchives))]

namespace SearchService.Conformance;

/// <summary>2,000 real articles, indexed once by each backend, for all tests that ask.</summary>
public sealed class UsNewsArchives : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<UsNewsArchive>> _made = new(StringComparer.Ordinal);
    private readonly Lazy<NaiveArchive> _naive = new(static () => new NaiveArchive(UsNews.Read()));

    /// <summary>The archive that this backend made; without the shared data the test that asks is skipped.</summary>
    internal UsNewsArchive On(IBackend backend)
    {
        SharedData.SkipIfAbsent(UsNews.Small);
        return _made.GetOrAdd(backend.Name, _ => new Lazy<UsNewsArchive>(() => new UsNewsArchive(backend, _naive.Value))).Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Lazy<UsNewsArchive> archive in _made.Values.Where(static archive => archive.IsValueCreated))
        {
            archive.Value.Dispose();
        }
    }
}
