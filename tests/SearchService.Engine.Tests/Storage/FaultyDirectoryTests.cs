using SearchService.Engine.Storage;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Storage;

/// <summary>The storage that tests rely on to lose things must really lose them.</summary>
public sealed class FaultyDirectoryTests
{
    [Fact]
    public void Synced_bytes_under_a_synced_name_survive_every_crash()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var directory = new FaultyDirectory(seed);
            Write(directory, "a", sync: true);
            directory.SyncDirectory();
            Assert.Equal([1, 2, 3], directory.Crash().ReadAll("a"));
        }
    }

    [Fact]
    public void Unsynced_bytes_and_unsynced_names_are_lost_in_some_crashes()
    {
        int namesLost = 0;
        int bytesLost = 0;
        for (int seed = 0; seed < 50; seed++)
        {
            var directory = new FaultyDirectory(seed);
            Write(directory, "name", sync: true);
            namesLost += directory.Crash().List().Count == 0 ? 1 : 0;

            directory = new FaultyDirectory(seed);
            Write(directory, "bytes", sync: false);
            directory.SyncDirectory();
            bytesLost += directory.Crash().ReadAll("bytes") is [1, 2, 3] ? 0 : 1;
        }

        Assert.InRange(namesLost, 5, 45);
        Assert.InRange(bytesLost, 5, 50);
    }

    [Fact]
    public void The_chosen_call_fails_and_a_full_disk_says_so()
    {
        var directory = new FaultyDirectory(1) { FailAtCall = 2 };
        using IIndexFile file = directory.Create("a");
        Assert.Throws<IOException>(() => file.Append([1]));
        file.Append([1]);
        directory.CapacityInBytes = 2;
        Assert.Throws<IOException>(() => file.Append([1, 2]));
        directory.DieAtCall = directory.Calls + 1;
        Assert.Throws<IOException>(file.Sync);
        Assert.Throws<IOException>(file.Sync);
    }

    private static void Write(FaultyDirectory directory, string name, bool sync)
    {
        using IIndexFile file = directory.Create(name);
        file.Append([1, 2, 3]);
        if (sync)
        {
            file.Sync();
        }
    }
}
