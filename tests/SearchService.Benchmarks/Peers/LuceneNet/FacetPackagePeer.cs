using System.Collections.Immutable;
using Lucene.Net.Facet;
using Lucene.Net.Facet.SortedSet;
using Lucene.Net.Search;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>Lucene.Net as its documentation has it: matches are collected, then Lucene.Net.Facet counts their values.</summary>
internal sealed class FacetPackagePeer(IndexSearcher searcher, SortedSetDocValuesReaderState state, ImmutableArray<Query> queries) : IPeerSearcher
{
    private const int Size = 10;

    private static readonly string[] Fields = ["source", "stance", "year"];

    private readonly FacetResult?[] _facets = new FacetResult?[Fields.Length];
    private TopDocs? _hits;

    public bool Knows(int query) => true;

    public void Full(int query)
    {
        FacetsCollector collector = new();
        _hits = FacetsCollector.Search(searcher, queries[query], Size, collector);
        SortedSetDocValuesFacetCounts counts = new(state, collector);
        for (int i = 0; i < Fields.Length; i++)
        {
            _facets[i] = counts.GetTopChildren(Size, Fields[i]);
        }
    }

    public void Top(int query) => _ = searcher.Search(queries[query], Size);

    public PeerAnswer LastAnswer() => new(
        _hits!.TotalHits,
        PeerAnswer.FacetText(_facets.Select(static facet => facet?.LabelValues.Select(static value => (value.Label, (long)value.Value)) ?? [])),
        [.. _hits.ScoreDocs.Select(static hit => (double)hit.Score)]);

    public void Dispose() => _hits = null;
}
