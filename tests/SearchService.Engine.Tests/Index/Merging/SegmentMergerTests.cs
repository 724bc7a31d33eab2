using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Merging;

public sealed class SegmentMergerTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly List<SegmentReader> _readers = [];
    private int _segments;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Segments_merged_are_the_segment_of_all_their_documents(int parts)
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 400);
        var readers = new List<SegmentReader>();
        for (int part = 0; part < parts; part++)
        {
            int start = documents.Count * part / parts;
            readers.Add(Open(Build(documents[start..(documents.Count * (part + 1) / parts)])));
        }

        SegmentReader merged = Open(Merge(readers));

        Assert.Equal(SegmentContents.Read(Open(Build(documents))), SegmentContents.Read(merged));
        Assert.Equal(SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, documents), SegmentContents.Read(merged));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Deleted_documents_are_left_out_with_the_terms_and_values_that_only_they_had(double deletedShare)
    {
        Random random = Seeds.Random();
        List<Document> documents = TestDocuments.Make(random, 400);
        var kept = new List<Document>();
        var readers = new List<SegmentReader>();
        for (int part = 0; part < 4; part++)
        {
            List<Document> own = documents.GetRange(part * 100, 100);
            var deleted = new BitSet(own.Count);
            for (int document = 0; document < own.Count; document++)
            {
                if (part > 0 && random.NextDouble() < deletedShare) // the first segment keeps all
                {
                    deleted.Set(document);
                }
                else
                {
                    kept.Add(own[document]);
                }
            }

            readers.Add(Open(Delete(Build(own), deleted)));
        }

        SegmentReader merged = Open(Merge(readers));

        Assert.Null(merged.Deleted);
        Assert.Equal(SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, kept), SegmentContents.Read(merged));
    }

    [Fact]
    public void A_segment_of_nothing_but_deleted_documents_adds_nothing()
    {
        Random random = Seeds.Random();
        List<Document> documents = TestDocuments.Make(random, 60);
        var all = new BitSet(30);
        all.Fill();

        SegmentReader merged = Open(Merge([Open(Delete(Build(documents[..30]), all)), Open(Build(documents[30..]))]));

        Assert.Equal(SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, documents[30..]), SegmentContents.Read(merged));
    }

    [Fact]
    public void Segments_of_nothing_but_deleted_documents_become_an_empty_one()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 20);
        var all = new BitSet(20);
        all.Fill();

        SegmentReader merged = Open(Merge([Open(Delete(Build(documents), all))]));

        Assert.Equal(0, merged.DocumentCount);
        Assert.Equal(SegmentContents.Expect(TestDocuments.Schema, TextAnalyzer.English, []), SegmentContents.Read(merged));
    }

    [Fact]
    public void A_damaged_segment_is_not_merged_and_nothing_is_left_behind()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 60);
        SegmentInfo sound = Build(documents[..30]);
        SegmentInfo damaged = Build(documents[30..]);
        string name = damaged.Name + ".postings";
        byte[] bytes = _directory.ReadAll(name);
        bytes[bytes.Length / 2] ^= 1;
        _directory.WriteAll(name, bytes);
        IReadOnlyList<string> files = _directory.List();

        CorruptIndexException error = Assert.Throws<CorruptIndexException>(() => Merge([Open(sound), Open(damaged)]));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Equal(files, _directory.List());
    }

    [Fact]
    public void A_cancelled_merge_leaves_nothing_behind()
    {
        SegmentReader reader = Open(Build(TestDocuments.Make(Seeds.Random(), 30)));
        IReadOnlyList<string> files = _directory.List();

        Assert.Throws<OperationCanceledException>(() => Merge([reader], new CancellationToken(canceled: true)));

        Assert.Equal(files, _directory.List());
    }

    public void Dispose() => _readers.ForEach(reader => reader.Dispose());

    private SegmentInfo Build(List<Document> documents)
    {
        var names = new SegmentNames(() => Next().Name, generation: 1, lanes: 1);
        using var builder = new SegmentBuilder(_directory, TestDocuments.Schema, TextAnalyzer.English, new IndexWriterOptions(), names, lane: 0);
        foreach (Document document in documents)
        {
            Assert.True(builder.TryAdd(document.Values, document.Stored.Span, document.Analyzer, default, out _));
        }

        builder.Flush(default);
        return Assert.IsType<SegmentInfo>(builder.TryTakeSegment());
    }

    private SegmentInfo Delete(SegmentInfo segment, BitSet deleted) => segment with
    {
        Deletes = DeletesFile.Write(_directory, segment.Name, segment.Id, 1, deleted),
        DeletedCount = deleted.Count(),
    };

    private SegmentInfo Merge(IReadOnlyList<SegmentReader> readers, CancellationToken cancellation = default)
    {
        (string name, Guid id) = Next();
        return SegmentMerger.Merge(_directory, readers, name, id, cancellation);
    }

    private SegmentReader Open(SegmentInfo segment)
    {
        SegmentReader reader = SegmentReader.Open(_directory, TestDocuments.Schema, segment, baseDocument: 0, shared: null);
        _readers.Add(reader);
        return reader;
    }

    private (string Name, Guid Id) Next() => ($"s{++_segments:x8}", new Guid(_segments, 0, 0, new byte[8]));
}
