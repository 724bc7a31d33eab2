using System.Runtime.InteropServices;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Execution.Near;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>Marks pairs that stand near each other, by the same definition as the search: the words and phrases of both sides, not what is between.</summary>
internal sealed class NearLeaf : MarkLeaf
{
    private readonly List<TermSetLeaf> _sets = [];
    private readonly NearSpans? _spans;

    /// <summary>Makes a leaf.</summary>
    /// <param name="number">Its number among the leaves.</param>
    /// <param name="query">The query.</param>
    /// <param name="place">Gives the list that the places of a term are gathered in.</param>
    public NearLeaf(int number, NearQuery query, Func<TermForm, ReadOnlyMemory<byte>, List<int>> place)
        : base(number) => _spans = new PlacedSpanTree(place, _sets).Build(query);

    /// <inheritdoc/>
    public override bool Matches => _spans is not null && _spans.FindIn(0);

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (var set in _sets)
        {
            set.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Take(TokenReader reader)
    {
        foreach (var set in _sets)
        {
            set.Take(reader);
        }
    }

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        if (!Matches)
        {
            return;
        }

        var parts = new HashSet<ulong>();
        foreach (var span in _spans!.Found.Spans)
        {
            _spans.AddParts(span, parts);
        }

        foreach (var part in parts)
        {
            matches.Add(new LeafMatch(tokens[SpanList.StartOf(part)].Start, tokens[SpanList.EndOf(part) - 1].End, Number));
        }
    }

    private sealed class PlacedSpanTree(Func<TermForm, ReadOnlyMemory<byte>, List<int>> place, List<TermSetLeaf> sets) : SpanTree
    {
        protected override TermPositions Term(int field, TermForm form, ReadOnlyMemory<byte> term) => new Places(place(form, term));

        protected override TermPositions Set(TermSetQuery query)
        {
            var set = new TermSetLeaf(sets.Count, query);
            sets.Add(set);
            return new Places(set.Places);
        }
    }

    private sealed class Places(List<int> places) : TermPositions
    {
        public override ReadOnlySpan<int> In(int document) => CollectionsMarshal.AsSpan(places);
    }
}
