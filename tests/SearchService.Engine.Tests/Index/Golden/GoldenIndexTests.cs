using System.Collections.Immutable;
using System.Text;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;

namespace SearchService.Engine.Tests.Index.Golden;

/// <summary>
/// An index that was written when format version 3 was made, and lies with the tests: every later program that says it
/// reads version 3 must read it.
/// </summary>
public sealed class GoldenIndexTests
{
    private const int DocumentCount = 300;

    [Fact]
    public void Format_version_3_stays_readable()
    {
        var directory = new FileSystemDirectory(Golden);
        IndexCheckReport report = IndexVerifier.Check(directory);
        Assert.Empty(report.Findings);
        Assert.Equal(DocumentCount, report.StoredDocuments);
        using EngineIndex index = EngineIndex.Open(directory, ModelIndex.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Equal((2, DocumentCount - 2), (snapshot.Generation, snapshot.DocumentCount));
        Assert.Equal("golden", snapshot.UserData["name"]);
        Assert.Equal("model", snapshot.Manifest.Analyzer);
        SegmentReader segment = Assert.Single(snapshot.Segments);
        List<ModelDocument> documents = Documents();
        ModelIndex.AssertTerms(segment, documents);
        KeywordColumn topics = segment.Keywords(ModelIndex.Topics);
        var ordinals = new List<int>();
        for (int doc = 0; doc < DocumentCount; doc++)
        {
            Assert.Equal(documents[doc].Stored, segment.Store.Read(doc));
            Assert.Equal(documents[doc].Day, segment.Numbers(ModelIndex.Day).TryGet(doc, out long day) ? day : null);
            topics.OrdinalsOf(doc, ordinals);
            Assert.Equal(documents[doc].Topics, ordinals.Select(topics.Text));
            int source = segment.Keywords(ModelIndex.Source).FirstOrdinal(doc);
            Assert.Equal(documents[doc].Source, source == segment.Keywords(ModelIndex.Source).MissingOrdinal ? null : segment.Keywords(ModelIndex.Source).Text(source));
            Assert.Equal(doc is 3 or 150, segment.Deleted![doc]);
        }
    }

    /// <summary>
    /// A writer that writes other bytes writes another format, or should say why not. The store is left out: Brotli may
    /// find better ways to say the same. With <c>SEARCH_GOLDEN</c> naming a folder the index is written there, which is how
    /// the golden index of a new version is made.
    /// </summary>
    [Fact]
    public void The_writer_still_writes_version_3()
    {
        string? folder = Environment.GetEnvironmentVariable("SEARCH_GOLDEN");
        IIndexDirectory directory = string.IsNullOrEmpty(folder) ? new MemoryDirectory() : new FileSystemDirectory(folder);
        Write(directory);
        var golden = new FileSystemDirectory(Golden);
        foreach (string name in golden.List().Where(name => name != "manifest" && !name.EndsWith(".store", StringComparison.Ordinal)))
        {
            Assert.Equal(Convert.ToHexString(ReadAll(golden, name)), Convert.ToHexString(ReadAll(directory, name)));
        }
    }

    private static string Golden => Path.Combine(AppContext.BaseDirectory, "Golden", "v3");

    private static void Write(IIndexDirectory directory)
    {
        SegmentInfo segment = ModelIndex.Write(directory, "s00000001", Documents(), new Guid("676f6c64-656e-2076-3120-7365676d656e"));
        var deleted = new BitSet(DocumentCount);
        deleted.SetAll([3, 150]);
        segment = segment with { Deletes = DeletesFile.Write(directory, segment.Name, segment.Id, 2, deleted), DeletedCount = 2 };
        ManifestFile.Replace(directory, new IndexManifest(
            new Guid("676f6c64-656e-2076-3120-636f6d6d6974"),
            2,
            ModelIndex.Schema,
            "model",
            new DateTime(2022, 1, 13, 0, 0, 0, DateTimeKind.Utc),
            2,
            [segment],
            ImmutableSortedDictionary<string, string>.Empty.Add("name", "golden")));
    }

    private static byte[] ReadAll(IIndexDirectory directory, string name)
    {
        byte[] bytes = new byte[directory.Length(name)];
        Assert.Equal(bytes.Length, directory.Read(name, 0, bytes));
        return bytes;
    }

    // Plain arithmetic, so that no change of a random generator can change what was written.
    private static List<ModelDocument> Documents()
    {
        var documents = new List<ModelDocument>();
        for (int i = 0; i < DocumentCount; i++)
        {
            var document = new ModelDocument
            {
                Source = i % 5 == 0 ? null : $"source {i % 3}",
                Day = i % 7 == 0 ? null : 18_000 + (i * 37 % 1000),
                Stored = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"document {i} ", i % 11))),
            };
            document.Words.AddRange(["everywhere", $"often{i % 2}", "everywhere", $"sometimes{i % 13}", $"once{i:d3}"]);
            document.Words.AddRange(Enumerable.Repeat("again", i % 100 == 0 ? 50 : i % 4));
            document.Topics.UnionWith(Enumerable.Range(0, i % 4).Select(t => $"topic {(i + (t * 5)) % 17:d2}"));
            documents.Add(document);
        }

        return documents;
    }
}
