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
    private readonly Lazy<NaiveArchive> _plain = new(static () => new NaiveArchive(UsNews.Read()));
    private readonly Lazy<NaiveArchive> _rich = new(static () => new NaiveArchive(RealArticles.Read()));

    /// <summary>The archive that this backend made of the articles as they are; without the shared data the test that asks is skipped.</summary>
    internal UsNewsArchive On(IBackend backend) => Made($"plain {backend.Name}", backend, _plain);

    /// <summary>The archive that it made of the same with all that an article can have, see <see cref="RealArticles"/>.</summary>
    internal UsNewsArchive RichOn(IBackend backend) => Made($"rich {backend.Name}", backend, _rich);

    private UsNewsArchive Made(string name, IBackend backend, Lazy<NaiveArchive> naive)
    {
        SharedData.SkipIfAbsent(UsNews.Small);
        return _made.GetOrAdd(name, _ => new Lazy<UsNewsArchive>(() => new UsNewsArchive(backend, naive.Value))).Value;
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
