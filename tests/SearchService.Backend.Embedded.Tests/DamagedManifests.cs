using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>A folder whose manifest is none.</summary>
public sealed class DamagedManifests
{
    [Fact]
    public void A_manifest_that_is_none_is_damage()
    {
        using TemporaryFolder folder = new();
        folder.Write("broken/manifest", "this is no manifest");
        EmbeddedBackend backend = new();
        Assert.Equal("index_corrupt", Assert.Throws<IndexException>(() => backend.OpenIndex(folder["broken"])).Code);
        Assert.False(backend.Check(folder["broken"], CancellationToken.None).IsSound);
    }
}
