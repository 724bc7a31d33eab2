using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Queries;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

/// <summary>Documents are added, replaced, deleted, committed, merged and given up in any order; the index says what a list of them says.</summary>
public sealed class RandomWritingTests
{
    private const int Steps = 60;
    private static readonly string[] Words = ["talk", "troop", "peac", "日本", "the"];

    private readonly MemoryDirectory _directory = new();
    private readonly List<Document> _documents = []; // by number
    private SortedSet<int> _live = []; // with what isn't committed
    private SortedSet<int> _committed = [];

    [Fact]
    public void Whatever_is_done_in_whatever_order_the_index_has_the_documents_that_a_list_has()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 3; round++)
        {
            Play(random);
        }
    }

    [Fact]
    public void Documents_merged_into_one_segment_score_as_if_they_had_been_indexed_alone()
    {
        Random random = Seeds.Random();
        Play(random);
        using (IndexWriter writer = Create(_directory, Options(random)))
        {
            writer.ForceMerge();
            writer.Commit(ImmutableDictionary<string, string>.Empty);
        }

        var fresh = new MemoryDirectory();
        using (IndexWriter writer = Create(fresh, new IndexWriterOptions { Builders = 1 }))
        {
            _committed.ToList().ForEach(number => writer.Add(_documents[number]));
            writer.Commit(ImmutableDictionary<string, string>.Empty);
        }

        using IndexSnapshot merged = SnapshotContents.TryOpen(_directory)!;
        using IndexSnapshot alone = SnapshotContents.TryOpen(fresh)!;
        Assert.InRange(merged.Segments.Length, 0, 1);
        foreach (string word in Words)
        {
            Assert.Equal(Scores(alone, word), Scores(merged, word));
        }
    }

    private void Play(Random random)
    {
        IndexWriter writer = Create(_directory, Options(random));
        bool clean = EngineIndex.Exists(_directory); // nothing done since a commit
        try
        {
            for (int step = 0; step < Steps; step++)
            {
                switch (random.Next(10))
                {
                    case 0:
                        Commit(writer, random);
                        clean = true;
                        break;
                    case 1 when clean:
                        writer.FinishMerges();
                        AssertSame(random);
                        break;
                    case 2:
                        writer.ForceMerge(random.Next(1, 5));
                        clean = false;
                        break;
                    case 3:
                        writer.Dispose(); // what isn't committed is gone
                        _live = [.. _committed];
                        AssertSame(random);
                        writer = Create(_directory, Options(random));
                        clean = EngineIndex.Exists(_directory);
                        break;
                    case 4 or 5:
                        Delete(writer, random);
                        clean = false;
                        break;
                    default:
                        Add(writer, random, random.Next(random.Next(4) == 0 ? 200 : 20));
                        clean = false;
                        break;
                }
            }

            Commit(writer, random);
        }
        finally
        {
            writer.Dispose();
        }

        SnapshotContents.AssertOnlyNeededFiles(_directory);
        using IndexSnapshot snapshot = SnapshotContents.TryOpen(_directory)!;
        SnapshotContents.AssertEachSegmentSaysWhatItsDocumentsSay(snapshot, _documents);
        Assert.Empty(IndexVerifier.Check(_directory, CancellationToken.None).Findings);
    }

    private static IndexWriterOptions Options(Random random) => new()
    {
        Builders = random.Next(1, 4),
        BufferBytesPerBuilder = random.Next(10, 200) << 10,
        QueueWeightPerBuilder = random.Next(2) == 0 ? 1 : 1 << 20,
        MaxSegments = random.Next(1, 5),
        Merging = new TieredMergePolicy
        {
            SegmentsPerTier = random.Next(2, 5),
            FloorBytes = random.Next(1, 300) << 10,
            MaxMergedBytes = random.Next(300, 3000) << 10,
            MaxDeletedShare = random.NextDouble(),
        },
    };

    private static IndexWriter Create(IIndexDirectory directory, IndexWriterOptions options) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, options);

    private void Add(IndexWriter writer, Random random, int count)
    {
        for (; count > 0; count--)
        {
            Document document = TestDocuments.One(random, _documents.Count);
            _live.Add(_documents.Count);
            _documents.Add(document);
            writer.Add(document);
        }
    }

    private void Delete(IndexWriter writer, Random random)
    {
        int field = random.Next(2) == 0 ? TestDocuments.Source : TestDocuments.Topics;
        string value = field == TestDocuments.Source ? $"outlet {random.Next(12)}" : $"topic {random.Next(30)}";
        writer.Delete(field, value);
        _live.RemoveWhere(number => Keywords(number, field).Contains(value));
    }

    private void Commit(IndexWriter writer, Random random)
    {
        long generation = writer.Commit(ImmutableDictionary<string, string>.Empty.Add("documents", _live.Count.ToString(CultureInfo.InvariantCulture)));
        _committed = [.. _live];
        Assert.True(generation > 0);
        AssertSame(random);
    }

    private void AssertSame(Random random)
    {
        using IndexSnapshot? snapshot = SnapshotContents.TryOpen(_directory);
        if (snapshot is null)
        {
            Assert.Empty(_committed);
            return;
        }

        Assert.Equal(_committed, SnapshotContents.Numbers(snapshot));
        Assert.Equal(_committed.Count, snapshot.DocumentCount);
        Assert.Equal(_committed.Count.ToString(CultureInfo.InvariantCulture), snapshot.UserData["documents"]);
        string outlet = $"outlet {random.Next(12)}";
        Assert.Equal(_committed.Where(number => Keywords(number, TestDocuments.Source).Contains(outlet)), Find(snapshot, new KeywordQuery(TestDocuments.Source, outlet)));
        string word = Words[random.Next(Words.Length)];
        Assert.Equal(_committed.Where(number => HasWord(_documents[number], word)), Find(snapshot, new TermQuery(TestDocuments.Text, TermForm.Word, word)));
    }

    private static IEnumerable<int> Find(IndexSnapshot snapshot, Query query) => Hits(snapshot, query).Select(hit => hit.Number).Order();

    private static IEnumerable<(double Score, int Number)> Scores(IndexSnapshot snapshot, string word) =>
        Hits(snapshot, new TermQuery(TestDocuments.Text, TermForm.Word, word)).OrderDescending();

    private static IEnumerable<(double Score, int Number)> Hits(IndexSnapshot snapshot, Query query)
    {
        SearchResult result = new Searcher(snapshot).Search(new EngineSearch { Query = query, Size = 100_000 });
        Assert.Equal(result.Total, result.Hits.Length);
        return result.Hits.Select(hit => (hit.Score, TestDocuments.NumberOf(snapshot.ReadStored(hit.Document))));
    }

    private static bool HasWord(Document document, string word)
    {
        TokenReader tokens = (document.Analyzer ?? TextAnalyzer.English).CreateReader();
        foreach (FieldValue value in document.Values)
        {
            if (value.Field == TestDocuments.Text)
            {
                tokens.Reset(value.Text!);
                while (tokens.Next())
                {
                    if (Encoding.UTF8.GetString(tokens.Term(TermForm.Word)) == word)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private string?[] Keywords(int number, int field) =>
        [.. _documents[number].Values.ToArray().Where(value => value.Field == field).Select(value => value.Text)];
}
