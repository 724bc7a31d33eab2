using System.Collections.Immutable;

namespace SearchService.Quotations.Verification.Differences;

/// <summary>What a text given has otherwise than a text of the archive, word by word.</summary>
/// <param name="Parts">
/// All words of both, each once: those with a place in the text given are in its order, those with a place in the archive's in that one's.
/// </param>
/// <param name="Similarity">
/// The part of all words of both that was kept, from 0 to 1; a word that is inflected counts half, one that is moved three quarters. The same whichever text is the one given.
/// </param>
public sealed record WordDifference(ImmutableArray<DifferencePart> Parts, double Similarity)
{
    /// <summary>Whether all words are kept.</summary>
    public bool IsNone => Parts.All(static part => part.Kind == DifferenceKind.Kept);
}
