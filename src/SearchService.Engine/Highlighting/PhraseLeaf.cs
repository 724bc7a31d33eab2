using System.Runtime.InteropServices;
using SearchService.Analysis.Passages;
using SearchService.Engine.Execution;

namespace SearchService.Engine.Highlighting;

/// <summary>Marks the occurrences of a phrase, by the same definition as the search; a single word is a phrase of one.</summary>
internal sealed class PhraseLeaf : MarkLeaf
{
    private readonly List<List<int>> _lists = [];
    private readonly PhraseOccurrences _occurrences;
    private readonly int _slop;

    /// <summary>Makes a leaf.</summary>
    /// <param name="number">Its number among the leaves.</param>
    /// <param name="places">For each offset of the phrase the list that the places of its term are gathered in.</param>
    /// <param name="slop">The largest width that matches.</param>
    public PhraseLeaf(int number, ReadOnlySpan<List<int>> places, int slop)
        : base(number)
    {
        Span<int> listOf = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            listOf[i] = _lists.IndexOf(places[i]);
            if (listOf[i] < 0)
            {
                listOf[i] = _lists.Count;
                _lists.Add(places[i]);
            }
        }

        _slop = slop;
        _occurrences = new PhraseOccurrences(listOf, slop);
    }

    /// <inheritdoc/>
    public override bool Matches
    {
        get
        {
            for (var i = 0; i < _lists.Count; i++)
            {
                CollectionsMarshal.AsSpan(_lists[i]).CopyTo(_occurrences.Positions(i, _lists[i].Count));
            }

            _occurrences.Start();
            return _occurrences.Next();
        }
    }

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        if (!Matches)
        {
            return;
        }

        do
        {
            if (_slop == 0)
            {
                matches.Add(new LeafMatch(tokens[_occurrences.Choice[0]].Start, tokens[_occurrences.Choice[^1]].End, Number));
                continue;
            }

            foreach (var place in _occurrences.Choice)
            {
                matches.Add(new LeafMatch(tokens[place].Start, tokens[place].End, Number));
            }
        }
        while (_occurrences.Next());
    }
}
