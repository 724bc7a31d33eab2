using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Web.Tests.Backends;

/// <summary>The embedded backend with other capabilities; what they deny, it throws on.</summary>
/// <param name="capabilities">What it says of itself.</param>
internal sealed class LimitedBackend(BackendCapabilities capabilities) : IBackend
{
    private readonly EmbeddedBackend _inner = new();

    public string Name => _inner.Name;

    public IArticleIndex OpenIndex(string directory) => new LimitedIndex(_inner.OpenIndex(directory), capabilities);

    public IArticleIndexWriter OpenWriter(string directory, bool merge = false) => throw new NotSupportedException();

    public IndexCheck Check(string directory, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IEnumerable<string> Overview(string directory) => throw new NotSupportedException();

    public IEnumerable<string> Terms(string directory, string field, string form, string prefix) => throw new NotSupportedException();

    public IEnumerable<string> Postings(string directory, string field, string form, string term) => throw new NotSupportedException();
}
