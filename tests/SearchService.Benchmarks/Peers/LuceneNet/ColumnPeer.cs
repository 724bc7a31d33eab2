using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>The most that Lucene.Net was found to give: hits and counts in one pass over the matches, counts from arrays that searchers share.</summary>
internal sealed class ColumnPeer(IndexSearcher searcher, ImmutableArray<LabelOrdinals> columns, ImmutableArray<Query> queries) : IPeerSearcher, ICollector
{
    private const int Size = 10;

    private readonly int[][] _counts = [.. columns.Select(column => new int[column.Values.Length])];
    private readonly (int Ordinal, int Count)[][] _shown = new (int, int)[columns.Length][];
    private TopScoreDocCollector _best = TopScoreDocCollector.Create(Size, docsScoredInOrder: true);
    private TopDocs? _hits;

    bool ICollector.AcceptsDocsOutOfOrder => false;

    public bool Knows(int query) => true;

    public void Full(int query)
    {
        _best = TopScoreDocCollector.Create(Size, docsScoredInOrder: true);
        foreach (int[] counts in _counts)
        {
            Array.Clear(counts);
        }

        searcher.Search(queries[query], this);
        _hits = _best.GetTopDocs();
        for (int i = 0; i < _shown.Length; i++)
        {
            _shown[i] = MostFrequent(_counts[i]);
        }
    }

    public void Top(int query) => _ = searcher.Search(queries[query], Size);

    public PeerAnswer LastAnswer() => new(
        _hits!.TotalHits,
        PeerAnswer.FacetText(_shown.Select((values, i) => values.Select(value => (columns[i].Values[value.Ordinal], (long)value.Count)))),
        [.. _hits.ScoreDocs.Select(static hit => (double)hit.Score)]);

    public void Dispose() => _hits = null;

    void ICollector.SetScorer(Scorer scorer) => _best.SetScorer(scorer);

    void ICollector.SetNextReader(AtomicReaderContext context) => _best.SetNextReader(context);

    void ICollector.Collect(int doc)
    {
        _best.Collect(doc);
        for (int i = 0; i < _counts.Length; i++)
        {
            if (columns[i].Ordinals[doc] is >= 0 and int ordinal)
            {
                _counts[i][ordinal]++;
            }
        }
    }

    private static (int Ordinal, int Count)[] MostFrequent(int[] counts)
    {
        // The least frequent first; among equals the higher ordinal.
        PriorityQueue<int, (int Count, int Reversed)> best = new();
        for (int ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0)
            {
                (int, int) rank = (counts[ordinal], -ordinal);
                if (best.Count < Size)
                {
                    best.Enqueue(ordinal, rank);
                }
                else
                {
                    best.EnqueueDequeue(ordinal, rank);
                }
            }
        }

        (int Ordinal, int Count)[] shown = new (int, int)[best.Count];
        for (int place = shown.Length - 1; place >= 0; place--)
        {
            int ordinal = best.Dequeue();
            shown[place] = (ordinal, counts[ordinal]);
        }

        return shown;
    }
}
