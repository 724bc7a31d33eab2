using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Facet;
using Lucene.Net.Facet.SortedSet;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>One thread reads lines, others index them, as in the engine that it is compared with.</summary>
internal static class LuceneNetIndexing
{
    private const int MebibytesAThread = 96; // the engine's own default
    private const int Waiting = 256;

    /// <summary>Indexes the tokens; gives the seconds it took, reading included.</summary>
    /// <param name="tokens">A line an article.</param>
    /// <param name="folder">Where.</param>
    /// <param name="threads">That index.</param>
    /// <param name="withFacetPackage">Whether labels are fields of Lucene.Net.Facet, or a column each.</param>
    internal static double Build(string tokens, string folder, int threads, bool withFacetPackage)
    {
        long started = Stopwatch.GetTimestamp();
        FacetsConfig facets = new();
        using FSDirectory directory = FSDirectory.Open(folder);
        using IndexWriter writer = new(directory, Config(threads));
        using BlockingCollection<PeerArticle> articles = new(Waiting);
        Exception? failure = null;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (PeerArticle article in PeerCorpus.ReadTokens(tokens))
        {
            articles.Add(article);
        }

        articles.CompleteAdding();
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        writer.Commit();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;

        void Work()
        {
            foreach (PeerArticle article in articles.GetConsumingEnumerable())
            {
                try
                {
                    Document document = DocumentOf(article, withFacetPackage);
                    writer.AddDocument(withFacetPackage ? facets.Build(document) : document);
                }
                catch (Exception exception)
                {
                    failure ??= exception; // the queue is emptied all the same: the reader waits for room in it
                }
            }
        }
    }

    /// <summary>Leaves one segment.</summary>
    internal static void Merge(string folder)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using IndexWriter writer = new(directory, Config(threads: 1));
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static IndexWriterConfig Config(int threads) => new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
    {
        RAMBufferSizeMB = MebibytesAThread * threads,
        Similarity = new BM25Similarity(),
    };

    private static Document DocumentOf(PeerArticle article, bool withFacetPackage)
    {
        Document document = [];
        AddLabel(document, "source", article.Source, withFacetPackage);
        AddLabel(document, "stance", article.Stance, withFacetPackage);
        AddLabel(document, "year", article.Year, withFacetPackage);
        if (article.Day is { } day)
        {
            document.Add(new Int64Field("day", day, Field.Store.NO));
        }

        document.Add(new StoredField("stored", article.Stored));
        document.Add(new TextField("text", article.Text, Field.Store.NO));
        return document;
    }

    private static void AddLabel(Document document, string field, string value, bool withFacetPackage)
    {
        if (value.Length > 0)
        {
            document.Add(new StringField(field, value, Field.Store.NO));
            document.Add(withFacetPackage ? new SortedSetDocValuesFacetField(field, value) : new SortedDocValuesField(field, new BytesRef(value)));
        }
    }
}
