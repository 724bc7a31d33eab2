using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>Marks the words of a set of terms.</summary>
internal sealed class TermSetLeaf(int number, TermSetQuery query) : MarkLeaf(number)
{
    private readonly TermJudge _judge = query.Judge();
    private readonly List<int> _places = [];

    /// <summary>Where they stand, ascending.</summary>
    public List<int> Places => _places;

    /// <inheritdoc/>
    public override bool Matches => _places.Count > 0;

    /// <inheritdoc/>
    public override void Clear() => _places.Clear();

    /// <inheritdoc/>
    public override void Take(TokenReader reader)
    {
        foreach (var form in query.Forms)
        {
            var term = reader.Term(form);
            if (!term.IsEmpty && _judge.Contains(term))
            {
                _places.Add(reader.Position);
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override void Mark(List<MatchSpan> tokens, List<LeafMatch> matches)
    {
        foreach (var place in _places)
        {
            matches.Add(new LeafMatch(tokens[place].Start, tokens[place].End, Number));
        }
    }
}
