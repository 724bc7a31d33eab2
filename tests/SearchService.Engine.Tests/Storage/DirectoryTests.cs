using System.Text;
using SearchService.Engine.Storage;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Storage;

/// <summary>What every directory promises, asked of each kind.</summary>
public sealed class DirectoryTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "index-" + Guid.NewGuid().ToString("N"));

    public static TheoryData<string> Kinds => ["files", "memory", "faulty", "prefixed"];

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_place_that_does_not_exist_is_empty(string kind)
    {
        IIndexDirectory directory = Make(kind);
        Assert.Empty(directory.List());
        Assert.Throws<FileNotFoundException>(() => directory.Length("none"));
        Assert.Throws<FileNotFoundException>(() => directory.Read("none", 0, new byte[1]));
        Assert.Throws<FileNotFoundException>(() => directory.Map("none"));
        directory.Delete("none");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_are_written_listed_read_and_mapped(string kind)
    {
        IIndexDirectory directory = Make(kind);
        Write(directory, "b", "second");
        Write(directory, "a", "first");
        directory.SyncDirectory();
        Assert.Equal(["a", "b"], directory.List());
        Assert.Equal(6, directory.Length("b"));
        byte[] bytes = new byte[10];
        Assert.Equal(4, directory.Read("b", 2, bytes));
        Assert.Equal("cond", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(0, directory.Read("b", 6, bytes));
        using MappedRegion region = directory.Map("a");
        Assert.Equal("first", Encoding.ASCII.GetString(region.Slice(0, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => region.Slice(1, 5).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => region.Slice(-1, 1).Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_exists_is_never_written_over(string kind)
    {
        IIndexDirectory directory = Make(kind);
        Write(directory, "a", "first");
        Assert.ThrowsAny<IOException>(() => directory.Create("a"));
        Assert.Equal(5, directory.Length("a"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_renamed_file_replaces_the_other(string kind)
    {
        IIndexDirectory directory = Make(kind);
        Write(directory, "old", "old");
        Write(directory, "new", "newer");
        directory.Rename("new", "old");
        Assert.Equal(["old"], directory.List());
        Assert.Equal(5, directory.Length("old"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_mapping_outlives_the_name_of_its_file(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && kind == "files", "Windows refuses to delete a mapped file.");
        IIndexDirectory directory = Make(kind);
        Write(directory, "a", "first");
        using MappedRegion region = directory.Map("a");
        directory.Delete("a");
        Assert.Empty(directory.List());
        Assert.Equal("first", Encoding.ASCII.GetString(region.Slice(0, 5)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_region_gives_no_memory_after_it_is_disposed_of(string kind)
    {
        IIndexDirectory directory = Make(kind);
        Write(directory, "a", "first");
        MappedRegion region = directory.Map("a");
        region.Dispose();
        region.Dispose();
        Assert.Throws<ObjectDisposedException>(() => region.Slice(0, 1).Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_lock_is_held_by_one_until_it_lets_go(string kind)
    {
        IIndexDirectory directory = Make(kind);
        IDisposable held = directory.Lock("write.lock");
        IndexLockedException e = Assert.Throws<IndexLockedException>(() => directory.Lock("write.lock"));
        Assert.Contains("write.lock", e.Message, StringComparison.Ordinal);
        held.Dispose();
        directory.Lock("write.lock").Dispose();
    }

    [Fact]
    public void A_lock_file_left_behind_locks_nothing()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "write.lock"), "left by a killed process");
        Make("files").Lock("write.lock").Dispose();
    }

    [Fact]
    public void A_lock_that_can_not_be_made_is_not_taken_for_one_that_is_held()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "write.lock"));
        Assert.False(Assert.ThrowsAny<SystemException>(() => Make("files").Lock("write.lock")) is IndexLockedException);
    }

    [Fact]
    public void Two_objects_for_one_folder_share_their_leases()
    {
        Assert.Same(new FileSystemDirectory(_folder).Leases, new FileSystemDirectory(_folder + Path.DirectorySeparatorChar).Leases);
        Assert.NotSame(new FileSystemDirectory(_folder).Leases, new FileSystemDirectory(_folder + "2").Leases);
    }

    [Fact]
    public void Files_with_another_prefix_are_neither_seen_nor_used_nor_deleted()
    {
        MemoryDirectory whole = Filled();
        PrefixedDirectory part = new(whole, "part.");
        Write(part, "a", "first");
        Assert.Equal(["a", "other.a", "part.a"], whole.List());
        Assert.Same(part.Leases, new PrefixedDirectory(whole, "part.").Leases);
        new PrefixedDirectory(whole, "other.").Leases.Take(["a"]);
        whole.Leases.Take(["a"]);
        part.Leases.Delete(["a"], part);
        Assert.Equal(["a", "other.a"], whole.List());
        part.Lock("write.lock").Dispose();
        using IDisposable held = part.Lock("write.lock");
        whole.Lock("write.lock").Dispose();
    }

    [Fact]
    public void Syncing_a_folder_that_is_not_there_fails_loudly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no sync of folders.");
        Assert.Throws<IOException>(() => Make("files").SyncDirectory());
    }

    private static void Write(IIndexDirectory directory, string name, string text)
    {
        using IIndexFile file = directory.Create(name);
        file.Append(Encoding.ASCII.GetBytes(text));
        file.Sync();
    }

    private static MemoryDirectory Filled()
    {
        MemoryDirectory directory = new();
        directory.WriteAll("a", [1]);
        directory.WriteAll("other.a", [1]);
        return directory;
    }

    private IIndexDirectory Make(string kind) => kind switch
    {
        "files" => new FileSystemDirectory(_folder),
        "memory" => new MemoryDirectory(),
        "prefixed" => new PrefixedDirectory(Filled(), "part."),
        _ => new FaultyDirectory(1),
    };
}
