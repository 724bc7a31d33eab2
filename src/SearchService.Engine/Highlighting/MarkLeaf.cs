using SearchService.Analysis;
using SearchService.Analysis.Passages;

namespace SearchService.Engine.Highlighting;

/// <summary>A leaf of a query and where it matched in the text being looked at.</summary>
/// <param name="number">Its number among the leaves.</param>
internal abstract class MarkLeaf(int number)
{
    /// <summary>Its number among the leaves.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it matched; asked after the last token.</summary>
    public abstract bool Matches { get; }

    /// <summary>Forgets the text before.</summary>
    public virtual void Clear()
    {
    }

    /// <summary>Looks at the next token.</summary>
    public virtual void Take(TokenReader reader)
    {
    }

    /// <summary>Adds what it matched, in any order; a match may be added twice.</summary>
    /// <param name="tokens">The text's tokens by position.</param>
    /// <param name="matches">Added to.</param>
    public abstract void Mark(List<MatchSpan> tokens, List<LeafMatch> matches);
}
