using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;
using SearchService.TestSupport;
using SearchService.TestSupport.Storage;

namespace SearchService.Engine.Tests.Index.Writing;

/// <summary>
/// An update by several builders, with merges in the background and after the commit, on a disk that fails at one call after
/// the other, some left out by chance: there are the documents of before or those of after, whichever thread it hits.
/// </summary>
public sealed class MergeFaultTests
{
    private const int OldCount = 45;
    private const int NewCount = 160;
    private const string Gone = "outlet 1";

    private static readonly ImmutableDictionary<string, string> NoData = ImmutableDictionary<string, string>.Empty;

    private static readonly IndexWriterOptions Options = new()
    {
        Builders = 2,
        BufferBytesPerBuilder = 40 << 10,
        Merging = new TieredMergePolicy { SegmentsPerTier = 2 },
    };

    private readonly List<Document> _documents;
    private readonly int[] _old;
    private readonly int[] _new;
    private readonly int _seed = Seeds.Next(nameof(MergeFaultTests));

    public MergeFaultTests()
    {
        _documents = TestDocuments.Make(new Random(_seed), OldCount + NewCount);
        _old = [.. Enumerable.Range(0, OldCount)];
        _new = [.. Enumerable.Range(0, OldCount + NewCount).Where(number => number >= OldCount || !IsGone(_documents[number]))];
    }

    [Fact]
    public void Whenever_the_process_is_killed_the_old_documents_or_the_new_ones_are_there()
    {
        var random = new Random(_seed);
        int calls = CallsOfAnUndisturbedUpdate();
        int tried = 0;
        int committed = 0;
        for (int call = 1; call <= calls; call += random.Next(1, 5), tried++)
        {
            FaultyDirectory directory = Prepare(call);
            directory.DieAtCall = directory.Calls + call;
            bool isNew = TryUpdate(directory) != Outcome.NotCommitted;
            foreach (MemoryDirectory left in new[] { directory.AfterKill(), directory.Crash() })
            {
                AssertOldOrNew(left, isNew);
                Create(left).Dispose(); // the next writer cleans up
                SnapshotContents.AssertOnlyNeededFiles(left);
            }

            committed += isNew ? 1 : 0;
        }

        Assert.InRange(committed, 5, tried - 5); // it died in the merges after the commit, and before
    }

    [Fact]
    public void Whichever_call_fails_nothing_committed_is_lost_and_the_next_update_succeeds()
    {
        var random = new Random(_seed);
        int calls = CallsOfAnUndisturbedUpdate();
        int tried = 0;
        int failed = 0;
        for (int call = 1; call <= calls; call += random.Next(1, 5), tried++)
        {
            FaultyDirectory directory = Prepare(call);
            directory.FailAtCall = directory.Calls + call;
            Outcome outcome = TryUpdate(directory);
            directory.FailAtCall = 0; // how many calls it is depends a little on time: maybe it wasn't reached
            failed += outcome == Outcome.Finished ? 0 : 1;
            AssertOldOrNew(directory.AfterKill(), outcome != Outcome.NotCommitted);
            AssertOldOrNew(directory.Crash(), outcome != Outcome.NotCommitted);

            using (IndexWriter writer = Create(directory))
            {
                SnapshotContents.AssertOnlyNeededFiles(directory);
                writer.ForceMerge();
                writer.Commit(NoData);
            }

            AssertOldOrNew(directory.AfterKill(), outcome != Outcome.NotCommitted);
            Assert.Single(SnapshotContents.TryOpen(directory)!.Segments);
        }

        Assert.InRange(failed, tried / 2, tried); // what fails to be deleted is left to the next writer
    }

    private static IndexWriter Create(IIndexDirectory directory) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, Options);

    private static bool IsGone(Document document) =>
        document.Values.ToArray().Any(value => value.Field == TestDocuments.Source && value.Text == Gone);

    private FaultyDirectory Prepare(int call)
    {
        var directory = new FaultyDirectory(_seed + call);
        using IndexWriter writer = Create(directory);
        for (int part = 0; part < 3; part++)
        {
            _documents.GetRange(part * OldCount / 3, OldCount / 3).ForEach(writer.Add);
            writer.Commit(NoData);
        }

        return directory;
    }

    private int CallsOfAnUndisturbedUpdate()
    {
        FaultyDirectory directory = Prepare(0);
        int before = directory.Calls;
        Assert.Equal(Outcome.Finished, TryUpdate(directory));
        AssertOldOrNew(directory.AfterKill(), isNew: true);
        Assert.InRange(directory.Calls - before, 100, 10_000); // 550 to 900 mostly: how the merges fall is a matter of time
        return directory.Calls - before;
    }

    private Outcome TryUpdate(FaultyDirectory directory)
    {
        Outcome outcome = Outcome.NotCommitted;
        try
        {
            using IndexWriter writer = Create(directory);
            writer.Delete(TestDocuments.Source, Gone);
            _documents[OldCount..].ForEach(writer.Add);
            writer.Commit(NoData);
            outcome = Outcome.Committed;
            writer.FinishMerges();
            return Outcome.Finished;
        }
        catch (IOException)
        {
            return outcome;
        }
    }

    /// <summary>Old or new, and new if that was committed.</summary>
    private void AssertOldOrNew(IIndexDirectory directory, bool isNew)
    {
        List<int> numbers = SnapshotContents.Numbers(directory);
        Assert.Equal(isNew || numbers.Count != _old.Length ? _new : _old, numbers);
    }

    private enum Outcome
    {
        NotCommitted,
        Committed,
        Finished,
    }
}
