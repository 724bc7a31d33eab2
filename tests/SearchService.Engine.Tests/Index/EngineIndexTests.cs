using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index;

public sealed class EngineIndexTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void A_folder_without_an_index_says_so()
    {
        IndexFormatException e = Assert.Throws<IndexFormatException>(() => EngineIndex.Open(_directory, ModelIndex.Schema));
        Assert.Contains("no index", e.Message, StringComparison.Ordinal);
        Assert.Contains("indexer build", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_another_schema_is_not_opened()
    {
        ModelIndex.Commit(_directory, [[]]);
        var other = new IndexSchema(FieldDefinition.Text("text"));
        Assert.Contains("text:Text", Assert.Throws<IndexFormatException>(() => EngineIndex.Open(_directory, other)).Supported, StringComparison.Ordinal);
        using EngineIndex any = EngineIndex.Open(_directory, null);
        using IndexSnapshot snapshot = any.Acquire();
        Assert.Equal(ModelIndex.Schema, snapshot.Schema);
    }

    [Fact]
    public void A_snapshot_stays_as_it_is_while_the_index_moves_on_and_its_files_go_with_its_last_reader()
    {
        List<ModelDocument> old = ModelIndex.Random(new Random(1), 10);
        ModelIndex.Commit(_directory, old);
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        Assert.False(index.RefreshIfChanged());
        IndexSnapshot first = index.Acquire();
        IndexSnapshot second = index.Acquire();

        ModelIndex.Commit(_directory, ModelIndex.Random(new Random(2), 5));
        Assert.Equal(10, first.DocumentCount);
        Assert.True(index.RefreshIfChanged());
        Assert.False(index.RefreshIfChanged());
        using (IndexSnapshot current = index.Acquire())
        {
            Assert.Equal((2, 5), (current.Generation, current.DocumentCount));
        }

        Assert.Equal(old[9].Stored, first.ReadStored(9));
        first.Dispose();
        Assert.Equal(old[9].Stored, second.ReadStored(9));
        Assert.Contains("s00000001.store", _directory.List());
        second.Dispose();
        Assert.DoesNotContain(_directory.List(), name => name.StartsWith("s00000001", StringComparison.Ordinal));
        Assert.Throws<ObjectDisposedException>(() => second.ReadStored(9));
    }

    [Fact]
    public void A_snapshot_given_back_too_often_says_so()
    {
        ModelIndex.Commit(_directory, [[]]);
        EngineIndex index = EngineIndex.Open(_directory, null);
        IndexSnapshot snapshot = index.Acquire();
        index.Dispose();
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(snapshot.Dispose);
        Assert.Throws<ObjectDisposedException>(index.Acquire);
    }

    [Fact]
    public void Segments_that_stay_are_not_opened_again()
    {
        List<ModelDocument> documents = ModelIndex.Random(new Random(1), 10);
        IndexManifest manifest = ModelIndex.Commit(_directory, documents);
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        IndexSnapshot first = index.Acquire();
        using (IndexCommitter committer = IndexCommitter.Open(_directory))
        {
            SegmentInfo added = ModelIndex.Write(_directory, committer.NextSegmentName(), documents);
            committer.Commit(ModelIndex.Schema, "model", [manifest.Segments[0], added], new Dictionary<string, string>());
        }

        Assert.True(index.RefreshIfChanged());
        using IndexSnapshot second = index.Acquire();
        Assert.Same(first.Segments[0].Core, second.Segments[0].Core);
        Assert.Equal(20, second.DocumentCount);
        Assert.Equal(10, second.Segments[1].Base);
        index.Dispose();
        first.Dispose();
        Assert.Equal(documents[3].Stored, second.ReadStored(3));
        Assert.Equal(documents[3].Stored, second.ReadStored(13));
    }

    [Fact]
    public void Segments_of_an_index_built_anew_in_its_place_are_not_taken_for_those_there_were()
    {
        Build("before", "the first build");
        using EngineIndex index = EngineIndex.Open(_directory, TestDocuments.Schema);
        using IndexSnapshot first = index.Acquire();
        foreach (string name in _directory.List().ToList())
        {
            _directory.Delete(name);
        }

        Build("after");
        Assert.True(index.RefreshIfChanged());
        using IndexSnapshot second = index.Acquire();
        Assert.Equal((first.Segments[0].Info.Name, first.Segments[0].Info.Id), (second.Segments[0].Info.Name, second.Segments[0].Info.Id));
        Assert.Equal(("before", "after"), (Encoding.UTF8.GetString(first.ReadStored(0)), Encoding.UTF8.GetString(second.ReadStored(0))));
        Assert.Equal((2, 1), (first.DocumentCount, second.DocumentCount));

        void Build(params ReadOnlySpan<string> stored)
        {
            using IndexWriter writer = IndexWriter.Create(_directory, TestDocuments.Schema, TextAnalyzer.Plain, new IndexWriterOptions());
            foreach (string text in stored)
            {
                var document = new Document { Stored = Encoding.UTF8.GetBytes(text) };
                document.AddText(TestDocuments.Title, text);
                writer.Add(document);
            }

            writer.Commit(new Dictionary<string, string>());
        }
    }

    [Fact]
    public void Deletions_are_seen_by_snapshots_of_their_generation_and_later()
    {
        IndexManifest manifest = ModelIndex.Commit(_directory, ModelIndex.Random(new Random(1), 100));
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        using IndexSnapshot before = index.Acquire();
        using (IndexCommitter committer = IndexCommitter.Open(_directory))
        {
            var deleted = new BitSet(100);
            deleted.SetAll([3, 99]);
            SegmentInfo segment = manifest.Segments[0];
            segment = segment with { Deletes = DeletesFile.Write(_directory, segment.Name, segment.Id, 2, deleted), DeletedCount = 2 };
            committer.Commit(ModelIndex.Schema, "model", [segment], new Dictionary<string, string>());
        }

        index.RefreshIfChanged();
        using IndexSnapshot after = index.Acquire();
        Assert.Null(before.Segments[0].Deleted);
        Assert.Equal(100, before.DocumentCount);
        Assert.True(after.Segments[0].Deleted![3]);
        Assert.Equal((98, 100), (after.DocumentCount, after.DocumentSpace));
    }

    [Fact]
    public void Statistics_and_document_frequencies_are_sums_over_segments()
    {
        Random random = Seeds.Random();
        List<ModelDocument>[] segments = [ModelIndex.Random(random, 40), ModelIndex.Random(random, 0), ModelIndex.Random(random, 70)];
        ModelIndex.Commit(_directory, segments);
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        List<ModelDocument> all = [.. segments.SelectMany(documents => documents)];
        FieldStatistics text = snapshot.Statistics(ModelIndex.Text);
        Assert.Equal(all.Count(document => document.Words.Count > 0), text.DocumentCount);
        Assert.Equal(all.Sum(document => document.Words.Count), text.TokenCount);
        Assert.Equal(all.Count(document => document.Day is not null), snapshot.Statistics(ModelIndex.Day).DocumentCount);
        Assert.Equal(text, snapshot.Manifest.Statistics(ModelIndex.Text));
        foreach ((byte[] term, List<(int Doc, int[] Positions)> postings) in ModelIndex.Invert(all, TermForm.Written))
        {
            Assert.Equal(postings.Count, snapshot.DocumentFrequency(ModelIndex.Text, TermForm.Written, term));
        }

        Assert.Equal(0, snapshot.DocumentFrequency(ModelIndex.Text, TermForm.Written, "nowhere"u8));
        for (int document = 0; document < all.Count; document++)
        {
            Assert.Equal(document < 40 ? 0 : 2, snapshot.SegmentOf(document));
            Assert.Equal(all[document].Stored, snapshot.ReadStored(document));
        }
    }

    [Fact]
    public void Ordinals_of_a_snapshot_merge_those_of_its_segments()
    {
        Random random = Seeds.Random();
        List<ModelDocument>[] segments = [ModelIndex.Random(random, 60), ModelIndex.Random(random, 0), ModelIndex.Random(random, 90)];
        ModelIndex.Commit(_directory, segments);
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        GlobalOrdinals ordinals = snapshot.Ordinals(ModelIndex.Topics);
        Assert.Same(ordinals, snapshot.Ordinals(ModelIndex.Topics));
        var counts = segments.SelectMany(documents => documents).SelectMany(document => document.Topics).CountBy(topic => topic).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        Assert.Equal(counts.Select(pair => (pair.Key, (long)pair.Value)), Enumerable.Range(0, ordinals.ValueCount).Select(ordinal => (ordinals.Text(ordinal), ordinals.Counts[ordinal])));
        Assert.Equal(segments.SelectMany(documents => documents).Count(document => document.Topics.Count == 0), ordinals.MissingCount);
        for (int segment = 0; segment < segments.Length; segment++)
        {
            for (int ordinal = 0; ordinal < ordinals.Map(segment).Length; ordinal++)
            {
                Assert.Equal(snapshot.Segments[segment].Keywords(ModelIndex.Topics).Text(ordinal), ordinals.Text(ordinals.Map(segment)[ordinal]));
            }
        }

        Assert.True(ordinals.TryFindOrdinal(Encoding.UTF8.GetBytes(counts[1].Key), out int found));
        Assert.Equal(1, found);
        Assert.False(ordinals.TryFindOrdinal("zzz"u8, out int above));
        Assert.Equal(ordinals.ValueCount, above);
    }

    [Fact]
    public async Task Readers_on_many_threads_never_see_a_mix_while_commits_go_on()
    {
        // Generation g holds g documents, each of which stores g.
        Commit(1);
        using EngineIndex index = EngineIndex.Open(_directory, ModelIndex.Schema);
        using var stop = new CancellationTokenSource();
        Task<long>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            long last = 0;
            while (!stop.IsCancellationRequested)
            {
                using IndexSnapshot snapshot = index.Acquire();
                Assert.True(snapshot.Generation >= last);
                last = snapshot.Generation;
                Assert.Equal(last, snapshot.DocumentCount);
                Assert.Equal([(byte)last], snapshot.ReadStored((int)last - 1));
                if (Random.Shared.Next(4) == 0)
                {
                    index.RefreshIfChanged();
                }
            }

            return last;
        }))];
        for (int generation = 2; generation <= 100; generation++)
        {
            Commit(generation);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        index.RefreshIfChanged();
        Assert.Single(_directory.List(), name => name.EndsWith(SegmentFiles.Store, StringComparison.Ordinal));

        void Commit(int generation) => ModelIndex.Commit(_directory, [.. Enumerable.Range(0, generation).Select(_ => new ModelDocument { Stored = [(byte)generation] })]);
    }
}
