using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;
using SearchService.TestSupport;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class BackgroundMergeTests
{
    private static readonly ImmutableDictionary<string, string> NoData = ImmutableDictionary<string, string>.Empty;

    // The fourth segment is one too many.
    private static readonly IndexWriterOptions Options = new() { Builders = 1, Merging = new TieredMergePolicy { SegmentsPerTier = 2 } };

    [Fact]
    public void While_documents_come_segments_are_merged_and_those_merged_are_deleted()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 900);
        var directory = new MemoryDirectory();
        int flushed = 0;
        var watched = new WatchedDirectory(directory)
        {
            Creating = name => flushed += name.EndsWith(SegmentFiles.Store, StringComparison.Ordinal) && !OnMergeThread() ? 1 : 0,
        };
        using IndexWriter writer = Create(watched, Options with { BufferBytesPerBuilder = 20 << 10, QueueWeightPerBuilder = 1 });
        documents.ForEach(writer.Add);

        // At most two merges wait and one is done, of two each; so nearly all of the others are merged and deleted.
        Assert.InRange(flushed, 30, 900);
        Assert.InRange(directory.List().Count(name => name.EndsWith(SegmentFiles.Store, StringComparison.Ordinal)), 1, flushed / 2);

        writer.Commit(NoData);
        writer.FinishMerges();
        using IndexSnapshot snapshot = SnapshotContents.TryOpen(directory)!;
        Assert.Equal(Enumerable.Range(0, 900), SnapshotContents.Numbers(snapshot));
        SnapshotContents.AssertEachSegmentSaysWhatItsDocumentsSay(snapshot, documents);
        SnapshotContents.AssertOnlyNeededFiles(directory);
    }

    [Fact]
    public void A_commit_does_not_wait_for_merges_and_what_is_deleted_meanwhile_is_deleted_in_the_merged_segment()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 700);
        var directory = new MemoryDirectory();
        using var held = new HeldMerges(directory);
        using IndexWriter writer = Create(held.Directory, new IndexWriterOptions { Builders = 1, Merging = new TieredMergePolicy { SegmentsPerTier = 4 } });
        Commit(writer, documents, parts: 6);
        held.WaitForOne(); // of four segments

        writer.Delete(TestDocuments.Source, "outlet 3");
        documents[600..650].ForEach(writer.Add);
        Assert.Equal(7, writer.Commit(NoData));
        writer.Delete(TestDocuments.Source, "outlet 5");
        documents[650..].ForEach(writer.Add);
        Assert.Equal(8, writer.Commit(NoData));

        int[] expected = [.. Enumerable.Range(0, 700).Where(number =>
            !Has(documents[number], "outlet 3", number < 600) && !Has(documents[number], "outlet 5", number < 650))];
        Assert.InRange(expected.Length, 500, 699);
        using IndexSnapshot before = SnapshotContents.TryOpen(directory)!;
        Assert.Equal(8, before.Segments.Length); // nothing is merged yet
        Assert.Equal(expected, SnapshotContents.Numbers(before));

        held.Release();
        Assert.Equal(9, writer.FinishMerges());
        using IndexSnapshot after = SnapshotContents.TryOpen(directory)!;
        Assert.Equal(5, after.Segments.Length);
        Assert.Equal(expected, SnapshotContents.Numbers(after));
        SnapshotContents.AssertEachSegmentSaysWhatItsDocumentsSay(after, documents);
        SegmentReader merged = Assert.Single(after.Segments, segment => segment.DocumentCount == 400);
        Assert.InRange(merged.Deleted!.Count(), 1, 399);
    }

    [Fact]
    public void A_deletion_finds_what_was_added_before_it_wherever_that_is_by_now_and_nothing_later()
    {
        List<Document> documents = [.. Enumerable.Range(0, 3000).Select(number => Numbered(number, $"key {number % 1000}"))];
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, Options with { Builders = 3, BufferBytesPerBuilder = 4 << 10 });
        documents[..1000].ForEach(writer.Add);
        writer.Commit(NoData);
        for (int number = 1000; number < 3000; number++)
        {
            // Of each key, the one before is deleted: of every third key once more, with no other after it.
            writer.Delete(TestDocuments.Source, $"key {number % 1000}");
            writer.Add(documents[number]);
        }

        for (int key = 0; key < 1000; key += 3)
        {
            writer.Delete(TestDocuments.Source, $"key {key}");
        }

        writer.Commit(NoData);
        int[] expected = [.. Enumerable.Range(2000, 1000).Where(number => number % 1000 % 3 != 0)];
        Assert.Equal(expected, SnapshotContents.Numbers(directory));
        writer.FinishMerges();
        Assert.Equal(expected, SnapshotContents.Numbers(directory));
    }

    [Fact]
    public void Finishing_merges_makes_a_generation_of_the_same_documents_and_data_or_none_when_nothing_is_due()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 400);
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, Options);
        Assert.Throws<InvalidOperationException>(() => writer.FinishMerges());
        documents[..100].ForEach(writer.Add);
        Assert.Throws<InvalidOperationException>(() => writer.FinishMerges());
        Assert.Equal(1, writer.Commit(NoData));
        Assert.Equal(1, writer.FinishMerges());
        Commit(writer, documents, 4, ImmutableDictionary<string, string>.Empty.Add("kept", "as it is"), from: 1);

        Assert.Equal(5, writer.FinishMerges());
        Assert.Equal(5, writer.FinishMerges());
        using IndexSnapshot snapshot = SnapshotContents.TryOpen(directory)!;
        Assert.Equal((5, "as it is"), (snapshot.Generation, snapshot.UserData["kept"]));
        Assert.Equal(3, snapshot.Segments.Length);
        Assert.Equal(Enumerable.Range(0, 400), SnapshotContents.Numbers(snapshot));
        SnapshotContents.AssertOnlyNeededFiles(directory);
    }

    [Fact]
    public void A_writer_that_ends_without_finishing_its_merges_leaves_what_was_committed_and_the_next_one_merges()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 400);
        var directory = new MemoryDirectory();
        using (IndexWriter writer = Create(directory, Options))
        {
            Commit(writer, documents, parts: 4);
        }

        using (IndexSnapshot left = SnapshotContents.TryOpen(directory)!)
        {
            Assert.Equal(4, left.Segments.Length);
        }

        SnapshotContents.AssertOnlyNeededFiles(directory);
        using IndexWriter next = Create(directory, Options);
        next.Commit(NoData);
        next.FinishMerges();
        using IndexSnapshot snapshot = SnapshotContents.TryOpen(directory)!;
        Assert.Equal(3, snapshot.Segments.Length);
        Assert.Equal(Enumerable.Range(0, 400), SnapshotContents.Numbers(snapshot));
    }

    [Fact]
    public void A_merge_that_fails_is_reported_and_costs_nothing_that_was_committed()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 450);
        var directory = new MemoryDirectory();
        var watched = new WatchedDirectory(directory);
        using (IndexWriter writer = Create(watched, Options))
        {
            Commit(writer, documents, 4, beforeLast: () => watched.Creating = name =>
            {
                if (OnMergeThread())
                {
                    throw new IOException($"No room for {name}.");
                }
            });
            Assert.Contains("No room", Assert.Throws<IndexWritingException>(() => writer.FinishMerges()).Message, StringComparison.Ordinal);
            Assert.Contains("No room", Assert.Throws<IndexWritingException>(() => writer.Add(documents[0])).Message, StringComparison.Ordinal);
            Assert.Throws<IndexWritingException>(() => writer.Delete(TestDocuments.Source, "outlet 1"));
        }

        Assert.Equal(Enumerable.Range(0, 400), SnapshotContents.Numbers(directory));
        SnapshotContents.AssertOnlyNeededFiles(directory);
    }

    [Fact]
    public void A_forced_merge_leaves_one_segment_without_deleted_documents_from_the_next_commit_on()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 420);
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, Options);
        Commit(writer, documents, parts: 4);
        IndexSnapshot before = SnapshotContents.TryOpen(directory)!;
        writer.Delete(TestDocuments.Source, "outlet 3");
        documents[400..].ForEach(writer.Add);
        writer.ForceMerge();
        Assert.Equal(4, SnapshotContents.TryOpen(directory)!.Generation);
        writer.Commit(NoData);

        using IndexSnapshot after = SnapshotContents.TryOpen(directory)!;
        SegmentReader only = Assert.Single(after.Segments);
        Assert.Null(only.Deleted);
        Assert.Equal(Enumerable.Range(0, 420).Where(number => !Has(documents[number], "outlet 3", number < 400)), SnapshotContents.Numbers(after));
        SnapshotContents.AssertEachSegmentSaysWhatItsDocumentsSay(after, documents);

        // What a reader still has is there until it leaves.
        Assert.Equal(Enumerable.Range(0, 400), SnapshotContents.Numbers(before));
        before.Dispose();
    }

    [Fact]
    public void A_segment_of_which_all_is_deleted_is_dropped_without_a_merge()
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, new IndexWriterOptions { Builders = 1 });
        writer.Add(Numbered(0, "a"));
        writer.Add(Numbered(1, "b"));
        writer.Commit(NoData);
        writer.Delete(TestDocuments.Source, "a");
        writer.Delete(TestDocuments.Source, "b");
        writer.Commit(NoData);

        using IndexSnapshot snapshot = SnapshotContents.TryOpen(directory)!;
        Assert.Empty(snapshot.Segments);
        SnapshotContents.AssertOnlyNeededFiles(directory);
        Assert.Throws<ArgumentException>(() => writer.Delete(TestDocuments.Text, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Delete(99, "a"));
    }

    [Fact]
    public void What_a_small_update_adds_is_one_segment()
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, new IndexWriterOptions { Builders = 4 });
        TestDocuments.Make(Seeds.Random(), 200).ForEach(writer.Add);
        writer.Commit(NoData);
        Assert.Single(SnapshotContents.TryOpen(directory)!.Segments);
    }

    [Fact]
    public void The_same_updates_give_the_same_bytes_when_each_finishes_its_merges()
    {
        int seed = Seeds.Next();
        MemoryDirectory first = Updates(seed, queue: 1);
        MemoryDirectory second = Updates(seed, queue: 1 << 30);
        Assert.Equal(first.List(), second.List());
        foreach (string name in first.List().Where(name => name != "manifest"))
        {
            Assert.True(first.ReadAll(name).AsSpan().SequenceEqual(second.ReadAll(name)), name);
        }

        static MemoryDirectory Updates(int seed, int queue)
        {
            var random = new Random(seed);
            List<Document> documents = TestDocuments.Make(random, 1000);
            var directory = new MemoryDirectory();
            for (int update = 0; update < 10; update++)
            {
                using IndexWriter writer = Create(directory, Options with { Builders = 2, BufferBytesPerBuilder = 40 << 10, QueueWeightPerBuilder = queue });
                writer.Delete(TestDocuments.Source, $"outlet {random.Next(12)}");
                documents.GetRange(update * 100, 100).ForEach(writer.Add);
                writer.Commit(NoData);
                writer.FinishMerges();
            }

            return directory;
        }
    }

    private static bool OnMergeThread() => Thread.CurrentThread.Name == "Index merger";

    private static bool Has(Document document, string source, bool was) =>
        was && document.Values.ToArray().Any(value => value.Field == TestDocuments.Source && value.Text == source);

    private static Document Numbered(int number, string source)
    {
        var document = new Document { Stored = BitConverter.GetBytes(number) };
        document.AddKeyword(TestDocuments.Source, source);
        return document;
    }

    /// <summary>Commits parts of 100 documents each.</summary>
    private static void Commit(
        IndexWriter writer, List<Document> documents, int parts, ImmutableDictionary<string, string>? data = null, int from = 0, Action? beforeLast = null)
    {
        for (int part = from; part < parts; part++)
        {
            if (part == parts - 1)
            {
                beforeLast?.Invoke();
            }

            documents.GetRange(part * 100, 100).ForEach(writer.Add);
            writer.Commit(data ?? NoData);
        }
    }

    private static IndexWriter Create(IIndexDirectory directory, IndexWriterOptions options) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, options);

    /// <summary>A directory in which merges begin and don't go on until they are released.</summary>
    private sealed class HeldMerges : IDisposable
    {
        private readonly ManualResetEventSlim _begun = new();
        private readonly ManualResetEventSlim _released = new();

        public HeldMerges(IIndexDirectory inner) => Directory = new WatchedDirectory(inner)
        {
            Creating = _ =>
            {
                if (OnMergeThread())
                {
                    _begun.Set();
                    _released.Wait();
                }
            },
        };

        public WatchedDirectory Directory { get; }

        public void WaitForOne() => _begun.Wait();

        public void Release() => _released.Set();

        public void Dispose() => Release(); // whoever waits must end before the events can
    }
}
