using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Storage;

public sealed class FileLeasesTests
{
    private readonly MemoryDirectory _directory = new();
    private readonly FileLeases _leases = new();

    [Fact]
    public void A_file_nobody_uses_is_deleted_at_once()
    {
        _directory.WriteAll("a", [1]);
        _leases.Delete(["a"], _directory);
        Assert.Empty(_directory.List());
    }

    [Fact]
    public void A_file_in_use_is_deleted_when_its_last_user_leaves()
    {
        _directory.WriteAll("a", [1]);
        _leases.Take(["a"]);
        _leases.Take(["a"]);
        _leases.Delete(["a"], _directory);
        _leases.Return(["a"], _directory);
        Assert.Equal(["a"], _directory.List());
        _leases.Return(["a"], _directory);
        Assert.Empty(_directory.List());
    }

    [Fact]
    public void A_file_given_back_that_nobody_wants_deleted_stays()
    {
        _directory.WriteAll("a", [1]);
        _leases.Take(["a"]);
        _leases.Return(["a"], _directory);
        Assert.Equal(["a"], _directory.List());
    }
}
