using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;
using SearchService.TestSupport;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Index.Writing;

/// <summary>Writing on a disk that fails: whatever happens, there is the old generation or the new one, whole.</summary>
public sealed class IndexWriterFaultTests
{
    private const int OldCount = 20;
    private const int NewCount = 60;

    // One builder: the faulty directory is for one thread at a time. Several segments and a merge of them.
    private static readonly IndexWriterOptions Options = new() { Builders = 1, BufferBytesPerBuilder = 64 << 10, MaxSegments = 1, Replace = true };

    [Fact]
    public void Whenever_the_process_is_killed_the_old_generation_or_the_new_one_is_there_whole()
    {
        int seed = Seeds.Next();
        var archive = new Archive(seed);
        int calls = CallsOfAnUndisturbedWrite(archive, seed);
        int failed = 0;
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = Prepare(archive, seed + call);
            directory.DieAtCall = directory.Calls + call;
            bool? written = TryWrite(directory, archive) ? true : null; // when it dies after the commit, deleting old files

            AssertOldOrNew(directory.AfterKill(), archive, expectNew: written);
            AssertOldOrNew(directory.Crash(), archive, expectNew: written);
            AssertTheNextWriterCleansUp(directory.AfterKill(), archive);
            AssertTheNextWriterCleansUp(directory.Crash(), archive);
            failed += written is null ? 1 : 0;
        }

        Assert.InRange(failed, calls - 10, calls);
    }

    [Fact]
    public void Whichever_call_fails_the_index_stays_readable_and_can_be_written_again()
    {
        int seed = Seeds.Next();
        var archive = new Archive(seed);
        int calls = CallsOfAnUndisturbedWrite(archive, seed);
        int failed = 0;
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = Prepare(archive, seed + call);
            directory.FailAtCall = directory.Calls + call;
            bool written = TryWrite(directory, archive);
            failed += written ? 0 : 1;

            // Only a deletion may fail unnoticed: what wasn't deleted is the next writer's to delete.
            AssertOldOrNew(directory.AfterKill(), archive, expectNew: written ? true : null);
            AssertOldOrNew(directory.Crash(), archive, expectNew: written ? true : null);
            Assert.True(TryWrite(directory, archive), "a write after the failure");
            AssertOldOrNew(directory.AfterKill(), archive, expectNew: true);
            AssertOnlyNeededFiles(directory);
        }

        Assert.InRange(failed, calls / 2, calls); // the merged segments and the old one are deleted
    }

    [Fact]
    public void What_was_committed_survives_a_crash_right_after()
    {
        int seed = Seeds.Next();
        var archive = new Archive(seed);
        FaultyDirectory directory = Prepare(archive, seed);
        Assert.True(TryWrite(directory, archive));

        for (int crash = 0; crash < 20; crash++)
        {
            AssertOldOrNew(directory.Crash(), archive, expectNew: true);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void On_a_full_disk_the_cause_is_named_and_rolling_back_makes_room_again(double roomForNew)
    {
        int seed = Seeds.Next();
        var archive = new Archive(seed);
        FaultyDirectory directory = Prepare(archive, seed);
        IReadOnlyList<string> files = directory.List();
        long used = files.Sum(directory.Length);
        FaultyDirectory roomy = Prepare(archive, seed);
        Assert.True(TryWrite(roomy, archive));
        directory.CapacityInBytes = used + (long)(roomForNew * roomy.List().Sum(roomy.Length));

        using (IndexWriter writer = Create(directory))
        {
            IndexWritingException error = Assert.Throws<IndexWritingException>(() =>
            {
                archive.New.ForEach(writer.Add);
                writer.Commit(ImmutableDictionary<string, string>.Empty);
            });
            Assert.Contains("No space left", error.InnerException!.Message, StringComparison.Ordinal);

            // A failed writer stays failed, and says why again.
            Assert.Contains("No space left", Assert.Throws<IndexWritingException>(() => writer.Add(archive.Old[0])).Message, StringComparison.Ordinal);
            Assert.Throws<IndexWritingException>(() => writer.Commit(ImmutableDictionary<string, string>.Empty));
        }

        AssertOldOrNew(directory.AfterKill(), archive, expectNew: false);
        Assert.Equal(files, directory.List());
        directory.CapacityInBytes = long.MaxValue;
        Assert.True(TryWrite(directory, archive));
    }

    private static FaultyDirectory Prepare(Archive archive, int seed)
    {
        var directory = new FaultyDirectory(seed);
        using IndexWriter writer = Create(directory);
        archive.Old.ForEach(writer.Add);
        writer.Commit(ImmutableDictionary<string, string>.Empty);
        return directory;
    }

    private static int CallsOfAnUndisturbedWrite(Archive archive, int seed)
    {
        FaultyDirectory directory = Prepare(archive, seed);
        int before = directory.Calls;
        Assert.True(TryWrite(directory, archive));
        Assert.InRange(directory.Calls - before, 30, 1000);
        return directory.Calls - before;
    }

    /// <summary>Replaces the index by the new documents.</summary>
    private static bool TryWrite(FaultyDirectory directory, Archive archive)
    {
        try
        {
            using IndexWriter writer = Create(directory);
            archive.New.ForEach(writer.Add);
            writer.Commit(ImmutableDictionary<string, string>.Empty);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void AssertOldOrNew(MemoryDirectory directory, Archive archive, bool? expectNew = null)
    {
        using EngineIndex index = EngineIndex.Open(directory, TestDocuments.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        bool isNew = snapshot.Generation > 1;
        Assert.True(expectNew is null || expectNew == isNew, $"generation {snapshot.Generation}");
        SegmentReader segment = Assert.Single(snapshot.Segments);
        Assert.Equal(isNew ? archive.NewContents : archive.OldContents, SegmentContents.Read(segment));
    }

    private static void AssertTheNextWriterCleansUp(MemoryDirectory directory, Archive archive)
    {
        Create(directory).Dispose();
        AssertOnlyNeededFiles(directory);
        AssertOldOrNew(directory, archive);
    }

    private static void AssertOnlyNeededFiles(IIndexDirectory directory)
    {
        using EngineIndex index = EngineIndex.Open(directory, TestDocuments.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Equal(snapshot.Manifest.FileNames.Append("manifest").Order(StringComparer.Ordinal), directory.List().Where(name => name != "write.lock"));
    }

    private static IndexWriter Create(IIndexDirectory directory) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, Options);

    /// <summary>The documents of the index that is there, those that replace them, and what an index of each must say.</summary>
    private sealed class Archive
    {
        public Archive(int seed)
        {
            List<Document> documents = TestDocuments.Make(new Random(seed), OldCount + NewCount);
            Old = documents[..OldCount];
            New = documents[OldCount..];
            OldContents = SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, Old);
            NewContents = SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, New);
        }

        public List<Document> Old { get; }

        public List<Document> New { get; }

        public List<string> OldContents { get; }

        public List<string> NewContents { get; }
    }
}
