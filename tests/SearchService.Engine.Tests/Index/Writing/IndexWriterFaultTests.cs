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
        List<Document> documents = TestDocuments.Make(new Random(seed), OldCount + NewCount);
        int calls = CallsOfAnUndisturbedWrite(documents, seed);
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = Prepare(documents, seed + call);
            directory.DieAtCall = directory.Calls + call;
            Assert.False(TryWrite(directory, documents), $"call {call} of {calls} didn't fail");

            AssertOldOrNew(directory.AfterKill(), documents);
            AssertOldOrNew(directory.Crash(), documents);
            AssertTheNextWriterCleansUp(directory.AfterKill(), documents);
            AssertTheNextWriterCleansUp(directory.Crash(), documents);
        }
    }

    [Fact]
    public void Whichever_call_fails_the_index_stays_readable_and_can_be_written_again()
    {
        int seed = Seeds.Next();
        List<Document> documents = TestDocuments.Make(new Random(seed), OldCount + NewCount);
        int calls = CallsOfAnUndisturbedWrite(documents, seed);
        int failed = 0;
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = Prepare(documents, seed + call);
            directory.FailAtCall = directory.Calls + call;
            bool written = TryWrite(directory, documents);
            failed += written ? 0 : 1;

            // Only a deletion may fail unnoticed: what wasn't deleted is the next writer's to delete.
            AssertOldOrNew(directory.AfterKill(), documents, expectNew: written ? true : null);
            AssertOldOrNew(directory.Crash(), documents, expectNew: written ? true : null);
            Assert.True(TryWrite(directory, documents), "a write after the failure");
            AssertOldOrNew(directory.AfterKill(), documents, expectNew: true);
            AssertOnlyNeededFiles(directory);
        }

        Assert.InRange(failed, calls / 2, calls);
    }

    [Fact]
    public void What_was_committed_survives_a_crash_right_after()
    {
        int seed = Seeds.Next();
        List<Document> documents = TestDocuments.Make(new Random(seed), OldCount + NewCount);
        FaultyDirectory directory = Prepare(documents, seed);
        Assert.True(TryWrite(directory, documents));

        for (int crash = 0; crash < 20; crash++)
        {
            AssertOldOrNew(directory.Crash(), documents, expectNew: true);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    public void On_a_full_disk_the_cause_is_named_and_rolling_back_makes_room_again(int room)
    {
        int seed = Seeds.Next();
        List<Document> documents = TestDocuments.Make(new Random(seed), OldCount + NewCount);
        FaultyDirectory directory = Prepare(documents, seed);
        IReadOnlyList<string> files = directory.List();
        long used = files.Sum(directory.Length);
        directory.CapacityInBytes = used + room;

        using (IndexWriter writer = Create(directory))
        {
            IndexWritingException error = Assert.Throws<IndexWritingException>(() =>
            {
                documents.GetRange(OldCount, NewCount).ForEach(writer.Add);
                writer.Commit(ImmutableDictionary<string, string>.Empty);
            });
            Assert.Contains("No space left", error.InnerException!.Message, StringComparison.Ordinal);

            // A failed writer stays failed, and says why again.
            Assert.Contains("No space left", Assert.Throws<IndexWritingException>(() => writer.Add(documents[0])).Message, StringComparison.Ordinal);
            Assert.Throws<IndexWritingException>(() => writer.Commit(ImmutableDictionary<string, string>.Empty));
        }

        AssertOldOrNew(directory.AfterKill(), documents, expectNew: false);
        Assert.Equal(files, directory.List());
        directory.CapacityInBytes = long.MaxValue;
        Assert.True(TryWrite(directory, documents));
    }

    private static FaultyDirectory Prepare(List<Document> documents, int seed)
    {
        var directory = new FaultyDirectory(seed);
        using IndexWriter writer = Create(directory);
        documents.GetRange(0, OldCount).ForEach(writer.Add);
        writer.Commit(ImmutableDictionary<string, string>.Empty);
        return directory;
    }

    private static int CallsOfAnUndisturbedWrite(List<Document> documents, int seed)
    {
        FaultyDirectory directory = Prepare(documents, seed);
        int before = directory.Calls;
        Assert.True(TryWrite(directory, documents));
        Assert.InRange(directory.Calls - before, 50, 1000);
        return directory.Calls - before;
    }

    /// <summary>Replaces the index by the new documents.</summary>
    private static bool TryWrite(FaultyDirectory directory, List<Document> documents)
    {
        try
        {
            using IndexWriter writer = Create(directory);
            documents.GetRange(OldCount, NewCount).ForEach(writer.Add);
            writer.Commit(ImmutableDictionary<string, string>.Empty);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void AssertOldOrNew(MemoryDirectory directory, List<Document> documents, bool? expectNew = null)
    {
        using EngineIndex index = EngineIndex.Open(directory, TestDocuments.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        bool isNew = snapshot.Generation > 1;
        Assert.True(expectNew is null || expectNew == isNew, $"generation {snapshot.Generation}");
        List<Document> expected = isNew ? documents.GetRange(OldCount, NewCount) : documents.GetRange(0, OldCount);
        SegmentReader segment = Assert.Single(snapshot.Segments);
        Assert.Equal(SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, expected), SegmentContents.Read(segment));
    }

    private static void AssertTheNextWriterCleansUp(MemoryDirectory directory, List<Document> documents)
    {
        Create(directory).Dispose();
        AssertOnlyNeededFiles(directory);
        AssertOldOrNew(directory, documents);
    }

    private static void AssertOnlyNeededFiles(IIndexDirectory directory)
    {
        using EngineIndex index = EngineIndex.Open(directory, TestDocuments.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Equal(snapshot.Manifest.FileNames.Append("manifest").Order(StringComparer.Ordinal), directory.List().Where(name => name != "write.lock"));
    }

    private static IndexWriter Create(IIndexDirectory directory) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, Options);
}
