using SearchService.Analysis.Passages;

namespace SearchService.Analysis.Marks;

/// <summary>A leaf of a query and where it matched in the text being looked at.</summary>
/// <param name="number">Its number among the leaves.</param>
internal abstract class MarkLeaf(int number)
{
    /// <summary>Its number among the leaves.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it matched; asked after the last token.</summary>
    public abstract Truth Truth { get; }

    /// <summary>Turns to another text.</summary>
    /// <param name="document">The document that the text is of, or null when that isn't known.</param>
    public abstract void Begin(int? document);

    /// <summary>Adds what it matched, in any order; a match may be added twice.</summary>
    /// <param name="tokens">The text's tokens by position.</param>
    /// <param name="matches">Added to.</param>
    public abstract void Mark(List<MatchSpan> tokens, List<LeafMatch> matches);
}
