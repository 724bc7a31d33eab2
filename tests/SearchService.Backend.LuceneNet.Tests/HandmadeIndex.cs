using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Core.Articles;

namespace SearchService.Backend.LuceneNet.Tests;

/// <summary>Writes an index past the backend's writer: in segments as a test wants them, and with what no writer does.</summary>
internal static class HandmadeIndex
{
    /// <summary>Writes one.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="articles">What is in it.</param>
    /// <param name="ofSegment">Articles of each segment.</param>
    /// <param name="tamper">Changes the block of an article before it is added.</param>
    /// <param name="tamperWithNotes">Changes what the commit notes.</param>
    internal static void Write(
        string path, IEnumerable<Article> articles, int ofSegment = int.MaxValue, Action<List<Document>>? tamper = null, Action<Dictionary<string, string>>? tamperWithNotes = null)
    {
        IndexWriterConfig config = new(LuceneVersion.LUCENE_48, new TermsOnly())
        {
            Similarity = new ArchiveSimilarity(new Dictionary<string, string>(StringComparer.Ordinal)),
            MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
            UseCompoundFile = false,
        };
        using NIOFSDirectory directory = ArchiveDirectory.OpenForWriting(path);
        using IndexWriter writer = new(directory, config);
        ArticleBlock made = new();
        int added = 0;
        foreach (Article article in articles)
        {
            List<Document> block = made.Make(article, out _);
            tamper?.Invoke(block);
            writer.AddDocuments(block);
            if (++added % ofSegment == 0)
            {
                writer.Flush(triggerMerge: false, applyAllDeletes: false);
            }
        }

        Dictionary<string, string> notes = new(StringComparer.Ordinal)
        {
            [CommitNotes.Version] = $"{CommitNotes.CurrentVersion}",
            [CommitNotes.Generation] = "1",
            [CommitNotes.Created] = "2022-01-13T12:00:00Z",
            [CommitNotes.Analyzer] = LuceneNetBackend.AnalyzerName,
        };
        made.AddTokenCounts(notes);
        tamperWithNotes?.Invoke(notes);
        writer.SetCommitData(notes);
        writer.Commit();
    }
}
