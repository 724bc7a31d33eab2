using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Index.Writing;

/// <summary>What is found in a snapshot of test documents, which are known by the numbers their stored bytes begin with.</summary>
internal static class SnapshotContents
{
    /// <summary>The numbers of the documents that aren't deleted, ascending.</summary>
    public static List<int> Numbers(IndexSnapshot snapshot) =>
        [.. snapshot.Segments.SelectMany(segment => Own(segment).Where((_, document) => segment.Deleted?[document] != true)).Order()];

    /// <summary>The same for what is committed in a directory, or nothing when nothing is.</summary>
    public static List<int> Numbers(IIndexDirectory directory)
    {
        using IndexSnapshot? snapshot = TryOpen(directory);
        return snapshot is null ? [] : Numbers(snapshot);
    }

    /// <summary>Opens what is committed, if anything is.</summary>
    public static IndexSnapshot? TryOpen(IIndexDirectory directory)
    {
        if (!EngineIndex.Exists(directory))
        {
            return null;
        }

        using EngineIndex index = EngineIndex.Open(directory, TestDocuments.Schema);
        return index.Acquire();
    }

    /// <summary>Compares all that each segment says, deleted documents included, with what its documents say.</summary>
    public static void AssertEachSegmentSaysWhatItsDocumentsSay(IndexSnapshot snapshot, IReadOnlyList<Document> documents)
    {
        foreach (SegmentReader segment in snapshot.Segments)
        {
            Document[] own = [.. Own(segment).Select(number => documents[number])];
            Assert.Equal(SegmentContents.Expect(snapshot.Schema, TextAnalyzer.English, own), SegmentContents.Read(segment));
            Assert.Equal(segment.Deleted?.Count() ?? 0, segment.Info.DeletedCount);
        }
    }

    /// <summary>Asserts that a directory has the files of its commit and no others.</summary>
    public static void AssertOnlyNeededFiles(IIndexDirectory directory)
    {
        using IndexSnapshot? snapshot = TryOpen(directory);
        IEnumerable<string> needed = snapshot is null ? [] : snapshot.Manifest.FileNames.Append("manifest");
        Assert.Equal(needed.Order(StringComparer.Ordinal), directory.List().Where(name => name != "write.lock"));
    }

    private static IEnumerable<int> Own(SegmentReader segment) => SegmentContents.Stored(segment).Select(stored => TestDocuments.NumberOf(stored));
}
