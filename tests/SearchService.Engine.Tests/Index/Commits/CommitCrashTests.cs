using SearchService.Engine.Index;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;
using SearchService.TestSupport;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Index.Commits;

/// <summary>Readers see the old index or the new one, whatever happens to the writer and when.</summary>
public sealed class CommitCrashTests
{
    private static readonly List<ModelDocument> Old = ModelIndex.Random(new Random(1), 20);
    private static readonly List<ModelDocument> New = ModelIndex.Random(new Random(2), 33);

    [Fact]
    public void A_crash_at_any_call_leaves_the_old_index_or_the_new_one()
    {
        int seed = Seeds.Next();
        int calls = CallsOfSecondCommit();
        Assert.InRange(calls, 20, 500);
        int sawOld = 0;
        int sawNew = 0;
        for (int call = 1; call <= calls + 1; call++)
        {
            for (int variant = 0; variant < 5; variant++)
            {
                FaultyDirectory directory = WithOldIndex(seed + variant);
                directory.DieAtCall = directory.Calls + call;
                if (call <= calls)
                {
                    Assert.Throws<IOException>(() => ModelIndex.Commit(directory, New));
                }
                else
                {
                    ModelIndex.Commit(directory, New);
                }

                foreach (MemoryDirectory survivor in new[] { directory.Crash(), directory.AfterKill() })
                {
                    long generation = AssertOldOrNew(survivor);
                    sawOld += generation == 1 ? 1 : 0;
                    sawNew += generation == 2 ? 1 : 0;
                    AssertNextWriterCleansUp(survivor);
                }
            }
        }

        Assert.NotEqual(0, sawOld);
        Assert.NotEqual(0, sawNew);
    }

    [Fact]
    public void A_commit_that_returned_survives_every_crash()
    {
        for (int variant = 0; variant < 50; variant++)
        {
            FaultyDirectory directory = WithOldIndex(variant);
            ModelIndex.Commit(directory, New);
            Assert.Equal(2, AssertOldOrNew(directory.Crash()));
        }
    }

    [Fact]
    public void A_call_that_fails_leaves_an_index_and_the_next_commit_goes_through()
    {
        int seed = Seeds.Next();
        int calls = CallsOfSecondCommit();
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = WithOldIndex(seed);
            directory.FailAtCall = directory.Calls + call;
            try
            {
                ModelIndex.Commit(directory, New);
            }
            catch (IOException)
            {
                // Most calls can't fail unnoticed; deletions can.
            }

            AssertOldOrNew(directory.AfterKill());
            AssertOldOrNew(directory.Crash());
            ModelIndex.Commit(directory, New);
            AssertSegments(directory.AfterKill(), New);
            AssertSegments(directory.Crash(), New);
            Assert.Empty(IndexVerifier.Check(directory).Findings);
        }
    }

    [Fact]
    public void A_commit_that_failed_halfway_can_be_tried_again_by_the_same_writer()
    {
        FaultyDirectory directory = WithOldIndex(1);
        using IndexCommitter committer = IndexCommitter.Open(directory);
        var segment = ModelIndex.Write(directory, committer.NextSegmentName(), New);
        int before = directory.Calls;
        for (int call = 1; ; call++)
        {
            directory.FailAtCall = directory.Calls + call;
            try
            {
                committer.Commit(ModelIndex.Schema, "model", [segment], new Dictionary<string, string>());
                break;
            }
            catch (IOException)
            {
                committer.DeleteStrayFiles();
                AssertOldOrNew(directory.Crash());
                AssertOldOrNew(directory.AfterKill());
            }
        }

        Assert.True(directory.Calls > before + 5);
        AssertSegments(directory.Crash(), New);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_index()
    {
        FaultyDirectory directory = WithOldIndex(1);
        long used = directory.List().Sum(directory.Length);
        for (long room = 0; ; room += 700)
        {
            directory.CapacityInBytes = used + room;
            try
            {
                ModelIndex.Commit(directory, New);
                break;
            }
            catch (IOException e)
            {
                Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
                Assert.Equal(1, AssertOldOrNew(directory.AfterKill()));
                using IndexCommitter cleaner = IndexCommitter.Open(directory);
                Assert.Equal(used, directory.List().Sum(directory.Length));
            }
        }

        AssertSegments(directory.AfterKill(), New);
    }

    [Fact]
    public void Only_files_of_the_index_are_ever_deleted()
    {
        var directory = new MemoryDirectory();
        directory.WriteAll("README.md", [1]);
        directory.WriteAll("s00000001.terms.bak", [1]);
        directory.WriteAll("s00000009.terms", [1]);
        directory.WriteAll("manifest.tmp", [1]);
        ModelIndex.Commit(directory, Old);
        ModelIndex.Commit(directory, New);
        Assert.Contains("README.md", directory.List());
        Assert.Contains("s00000001.terms.bak", directory.List());
        Assert.DoesNotContain("s00000009.terms", directory.List());
        Assert.DoesNotContain("manifest.tmp", directory.List());
        Assert.DoesNotContain("s00000001.terms", directory.List());
    }

    [Fact]
    public void A_second_writer_is_refused_while_the_first_is_at_work()
    {
        var directory = new MemoryDirectory();
        using (IndexCommitter.Open(directory))
        {
            Assert.Throws<IndexLockedException>(() => IndexCommitter.Open(directory));
        }

        IndexCommitter.Open(directory).Dispose();
    }

    private static FaultyDirectory WithOldIndex(int seed)
    {
        var directory = new FaultyDirectory(seed);
        ModelIndex.Commit(directory, Old);
        return directory;
    }

    private static int CallsOfSecondCommit()
    {
        FaultyDirectory directory = WithOldIndex(0);
        int before = directory.Calls;
        ModelIndex.Commit(directory, New);

        // The last calls delete the old files, and whether they fail is nobody's concern.
        return directory.Calls - before - 7;
    }

    private static long AssertOldOrNew(IIndexDirectory directory)
    {
        IndexCheckReport report = IndexVerifier.Check(directory);
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        AssertSegments(directory, report.Manifest!.Generation == 1 ? Old : New);
        return report.Manifest.Generation;
    }

    private static void AssertSegments(IIndexDirectory directory, List<ModelDocument> documents)
    {
        using EngineIndex index = EngineIndex.Open(directory, ModelIndex.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Equal(documents.Count, snapshot.DocumentCount);
        for (int document = 0; document < documents.Count; document++)
        {
            Assert.Equal(documents[document].Stored, snapshot.ReadStored(document));
        }
    }

    private static void AssertNextWriterCleansUp(IIndexDirectory directory)
    {
        IndexCommitter.Open(directory).Dispose();
        Assert.Empty(IndexVerifier.Check(directory).Findings);
        Assert.Equal(ManifestFile.TryRead(directory)!.FileNames.Count() + 1, directory.List().Count);
    }
}
