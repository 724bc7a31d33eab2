using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Merging;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class IndexWriterTests
{
    private static readonly ImmutableDictionary<string, string> NoData = ImmutableDictionary<string, string>.Empty;

    [Theory]
    [InlineData(1, long.MaxValue)]
    [InlineData(3, long.MaxValue)]
    [InlineData(2, 200 << 10)]
    public void Every_segment_says_what_its_documents_say(int builders, long buffer)
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 700);
        using var directory = new Opened();
        Write(directory.Directory, documents, new IndexWriterOptions { Builders = builders, BufferBytesPerBuilder = Math.Min(buffer, 1 << 30), MaxSegments = 100 });

        using IndexSnapshot snapshot = directory.Acquire();
        Assert.True(buffer == long.MaxValue ? snapshot.Segments.Length == builders : snapshot.Segments.Length > builders, $"{snapshot.Segments.Length} segments");
        Assert.Equal(documents.Count, AssertSegmentsSayWhatTheirDocumentsSay(snapshot, documents).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void A_build_ends_in_as_many_segments_as_allowed(int builders, int maxSegments)
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 700);
        using var directory = new Opened();
        Write(directory.Directory, documents, new IndexWriterOptions { Builders = builders, BufferBytesPerBuilder = 200 << 10, MaxSegments = maxSegments });

        using IndexSnapshot snapshot = directory.Acquire();
        Assert.Equal(maxSegments, snapshot.Segments.Length);
        Assert.Equal(documents.Count, AssertSegmentsSayWhatTheirDocumentsSay(snapshot, documents).Distinct().Count());
        Assert.Equal(snapshot.Manifest.FileNames.Append("manifest").Order(StringComparer.Ordinal), directory.Directory.List().Where(name => name != "write.lock"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1)]
    public void The_same_documents_and_options_give_the_same_bytes(int maxSegments)
    {
        Random random = Seeds.Random();
        List<Document> documents = TestDocuments.Make(random, 900);
        var options = new IndexWriterOptions
        {
            Builders = 3,
            BufferBytesPerBuilder = 100 << 10,
            MaxSegments = maxSegments,
            QueueWeightPerBuilder = 1,
            Merging = new TieredMergePolicy { SegmentsPerTier = 2 }, // merges while documents come, and merges of merges
        };
        var first = new MemoryDirectory();
        var second = new MemoryDirectory();
        Write(first, documents, options);
        Write(second, documents, options with { QueueWeightPerBuilder = 1 << 30 }); // how threads meet doesn't matter

        Assert.Equal(first.List(), second.List());
        Assert.NotEmpty(first.List());
        foreach (string name in first.List().Where(name => name != "manifest")) // it has a time and an id of its own
        {
            Assert.True(first.ReadAll(name).AsSpan().SequenceEqual(second.ReadAll(name)), name);
        }
    }

    [Fact]
    public void A_commit_adds_to_the_segments_before_or_replaces_them()
    {
        using var directory = new Opened();
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 30);
        var options = new IndexWriterOptions { Builders = 1 };

        Assert.Equal(1, Write(directory.Directory, documents[..10], options));
        Assert.Equal(2, Write(directory.Directory, documents[10..20], options));
        using (IndexSnapshot both = directory.Acquire())
        {
            Assert.Equal(2, both.Segments.Length);
            Assert.Equal(20, both.DocumentCount);
        }

        Assert.Equal(3, Write(directory.Directory, documents[20..], options with { Replace = true }));
        using IndexSnapshot replaced = directory.Acquire();
        Assert.Equal(10, replaced.DocumentCount);
        Assert.Equal(Enumerable.Range(20, 10), AssertSegmentsSayWhatTheirDocumentsSay(replaced, documents));
    }

    [Fact]
    public void One_writer_commits_again_and_again_and_each_generation_has_what_was_added_up_to_it()
    {
        using var directory = new Opened();
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 300);
        using IndexWriter writer = Create(directory.Directory, new IndexWriterOptions { Builders = 2 });
        for (int generation = 1; generation <= 3; generation++)
        {
            documents.GetRange((generation - 1) * 100, 100).ForEach(writer.Add);
            Assert.Equal(generation, writer.Commit(ImmutableDictionary<string, string>.Empty.Add("step", $"{generation}")));

            using IndexSnapshot snapshot = directory.Acquire();
            Assert.Equal(generation * 100, snapshot.DocumentCount);
            Assert.Equal($"{generation}", snapshot.UserData["step"]);
            Assert.Equal(generation * 100, AssertSegmentsSayWhatTheirDocumentsSay(snapshot, documents).Distinct().Count());
        }

        Assert.Equal(4, writer.Commit(NoData)); // nothing new is a generation too
        Assert.Equal(300, writer.AddedCount);
    }

    [Fact]
    public void An_empty_build_is_an_empty_index()
    {
        using var directory = new Opened();
        Write(directory.Directory, TestDocuments.Make(Seeds.Random(), 5), new IndexWriterOptions());
        Write(directory.Directory, [], new IndexWriterOptions { Replace = true });

        using IndexSnapshot snapshot = directory.Acquire();
        Assert.Empty(snapshot.Segments);
        Assert.Equal(2, snapshot.Generation);
    }

    [Fact]
    public void A_document_is_copied_and_may_be_filled_again_at_once()
    {
        using var directory = new Opened();
        var document = new Document();
        byte[] stored = new byte[4];
        using (IndexWriter writer = Create(directory.Directory, new IndexWriterOptions { Builders = 1 }))
        {
            for (int number = 0; number < 200; number++)
            {
                document.Clear();
                document.AddNumber(TestDocuments.Day, number);
                BitConverter.TryWriteBytes(stored, number);
                document.Stored = stored;
                writer.Add(document);
            }

            writer.Commit(NoData);
        }

        using IndexSnapshot snapshot = directory.Acquire();
        SegmentReader segment = Assert.Single(snapshot.Segments);
        for (int doc = 0; doc < 200; doc++)
        {
            Assert.Equal(doc, TestDocuments.NumberOf(segment.Store.Read(doc)));
            Assert.True(segment.Numbers(TestDocuments.Day).TryGet(doc, out long number) && number == doc);
        }
    }

    [Fact]
    public void A_rejected_document_is_reported_by_number_and_leaves_no_trace()
    {
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 300);
        var tooLong = new Document();
        tooLong.AddText(TestDocuments.Title, "unheard-of title");
        tooLong.AddKeyword(TestDocuments.Source, "unheard-of source");
        tooLong.AddText(TestDocuments.Text, string.Concat(Enumerable.Repeat("unheard ", 10_001)));
        var options = new IndexWriterOptions { Builders = 2, MaxTokensPerField = 10_000 };
        using var directory = new Opened();
        using (IndexWriter writer = Create(directory.Directory, options))
        {
            var rejected = new List<DocumentRejection>();
            List<Document> mixed = [.. documents];
            mixed.Insert(250, tooLong);
            mixed.Insert(70, tooLong);
            foreach (Document document in mixed)
            {
                Report(() => writer.Add(document), rejected);
            }

            Report(() => writer.Commit(NoData), rejected);

            Assert.Equal([70, 251], rejected.Select(rejection => rejection.Number).Order());
            Assert.All(rejected, rejection => Assert.Contains(nameof(IndexWriterOptions.MaxTokensPerField), rejection.Cause.Message, StringComparison.Ordinal));
        }

        using IndexSnapshot snapshot = directory.Acquire();
        Assert.Equal(300, AssertSegmentsSayWhatTheirDocumentsSay(snapshot, documents).Distinct().Count());
    }

    [Fact]
    public void A_document_that_doesnt_suit_the_schema_is_refused_at_once_and_the_writer_goes_on()
    {
        var options = new IndexWriterOptions { MaxKeywordBytes = 5, MaxStoredBytes = 10 };
        using var directory = new Opened();
        using IndexWriter writer = Create(directory.Directory, options);

        Assert.Contains("'day'", Refused(document => document.AddText(TestDocuments.Day, "x")), StringComparison.Ordinal);
        Assert.Contains("field 99", Refused(document => document.AddKeyword(99, "x")), StringComparison.Ordinal);
        Assert.Contains(nameof(options.MaxKeywordBytes), Refused(document => document.AddKeyword(TestDocuments.Source, "ééé")), StringComparison.Ordinal);
        Assert.Contains(nameof(options.MaxStoredBytes), Refused(document => document.Stored = new byte[11]), StringComparison.Ordinal);
        Assert.Contains("two numbers", Refused(document =>
        {
            document.AddNumber(TestDocuments.Day, 1);
            document.AddNumber(TestDocuments.Day, 1);
        }), StringComparison.Ordinal);

        var allowed = new Document();
        allowed.AddKeyword(TestDocuments.Source, "éé");
        allowed.AddNumber(TestDocuments.Day, 1);
        allowed.Stored = new byte[10];
        writer.Add(allowed);
        writer.Commit(NoData);
        using IndexSnapshot snapshot = directory.Acquire();
        Assert.Equal(1, snapshot.DocumentCount);

        string Refused(Action<Document> fill)
        {
            var document = new Document();
            fill(document);
            return Assert.Throws<ArgumentException>(() => writer.Add(document)).Message;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rolling_back_or_closing_without_a_commit_leaves_the_index_and_its_files_as_they_were(bool explicitly)
    {
        using var directory = new Opened();
        List<Document> documents = TestDocuments.Make(Seeds.Random(), 500);
        Write(directory.Directory, documents[..100], new IndexWriterOptions());
        IReadOnlyList<string> files = directory.Directory.List();

        IndexWriter writer = Create(directory.Directory, new IndexWriterOptions { Builders = 2, BufferBytesPerBuilder = 200 << 10, Replace = true });
        documents.ForEach(writer.Add);
        if (explicitly)
        {
            writer.Rollback();
        }

        writer.Dispose();

        Assert.Equal(files, directory.Directory.List());
        using IndexSnapshot snapshot = directory.Acquire();
        Assert.Equal(100, snapshot.DocumentCount);
        Assert.Throws<ObjectDisposedException>(() => writer.Add(documents[0]));
        Assert.Throws<ObjectDisposedException>(() => writer.Commit(NoData));
        Create(directory.Directory, new IndexWriterOptions()).Dispose(); // the lock is free
    }

    [Fact]
    public void A_second_writer_has_to_wait_for_the_first()
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = Create(directory, new IndexWriterOptions());

        Assert.Throws<IndexLockedException>(() => Create(directory, new IndexWriterOptions()));
    }

    [Fact]
    public void Other_fields_or_another_analyzer_need_a_new_build()
    {
        var directory = new MemoryDirectory();
        Write(directory, [], new IndexWriterOptions());
        var other = new IndexSchema(FieldDefinition.Text("other"));

        Assert.Throws<IndexFormatException>(() => IndexWriter.Create(directory, other, TextAnalyzer.English, new IndexWriterOptions()));
        Assert.Throws<IndexFormatException>(() => IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.Plain, new IndexWriterOptions()));
        using IndexWriter replacing = IndexWriter.Create(directory, other, TextAnalyzer.Plain, new IndexWriterOptions { Replace = true });
        Assert.Equal(2, replacing.Commit(NoData));
    }

    private static IndexWriter Create(IIndexDirectory directory, IndexWriterOptions options) =>
        IndexWriter.Create(directory, TestDocuments.Schema, TextAnalyzer.English, options);

    private static long Write(IIndexDirectory directory, List<Document> documents, IndexWriterOptions options)
    {
        using IndexWriter writer = Create(directory, options);
        documents.ForEach(writer.Add);
        return writer.Commit(NoData);
    }

    private static void Report(Action call, List<DocumentRejection> rejected)
    {
        while (true)
        {
            try
            {
                call();
                return;
            }
            catch (DocumentsRejectedException e)
            {
                rejected.AddRange(e.Rejections);
            }
        }
    }

    /// <summary>Compares each segment with its documents, which are known by their stored numbers, and gives the numbers.</summary>
    private static List<int> AssertSegmentsSayWhatTheirDocumentsSay(IndexSnapshot snapshot, List<Document> documents)
    {
        var numbers = new List<int>();
        foreach (SegmentReader segment in snapshot.Segments)
        {
            int[] own = [.. SegmentContents.Stored(segment).Select(stored => TestDocuments.NumberOf(stored))];
            List<string> expected = SegmentContents.Expect(snapshot.Schema, TextAnalyzer.English, [.. own.Select(number => documents[number])]);
            Assert.Equal(expected, SegmentContents.Read(segment));
            numbers.AddRange(own);
        }

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        return numbers;
    }

    /// <summary>A directory in memory and the index in it, opened when it is first asked for.</summary>
    private sealed class Opened : IDisposable
    {
        private EngineIndex? _index;

        public MemoryDirectory Directory { get; } = new();

        public IndexSnapshot Acquire()
        {
            _index ??= EngineIndex.Open(Directory, expected: null);
            _index.RefreshIfChanged();
            return _index.Acquire();
        }

        public void Dispose() => _index?.Dispose();
    }
}
