using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Decides whether a passage is what a text was made of, or only has some of its words.</summary>
/// <remarks>
/// Three things tell, each from 0 to 1: how many words were kept; how much of what the text's words tell by their rarity is in those that are
/// still there, for a chance passage shares the common words; and how long the longest stretch of words kept is. Weights and bound:
/// docs/adr/0026-verbatim-altered-or-absent.md.
/// </remarks>
internal static class Judgement
{
    private const double OfRarity = 0.4;
    private const double OfStretch = 0.2;
    private const double Enough = 1.05;

    /// <summary>Decides.</summary>
    /// <param name="difference">Between text and passage.</param>
    /// <param name="text">The text.</param>
    public static bool IsMadeOf(WordDifference difference, VerifiedText text)
    {
        double told = 0, all = 0;
        int stretch = 0;
        for (int word = 0; word < text.Count; word++)
        {
            all += Math.Max(0, text.BitsAt(word));
        }

        foreach (DifferencePart part in difference.Parts)
        {
            if (part is { Kind: DifferenceKind.Kept or DifferenceKind.Inflected or DifferenceKind.Moved, Given: { } given })
            {
                (int first, int count) = text.Words.Inside(given);
                stretch = part.Kind == DifferenceKind.Kept ? Math.Max(stretch, count) : stretch;
                for (int word = first; word < first + count; word++)
                {
                    told += Math.Max(0, text.BitsAt(word));
                }
            }
        }

        double rarity = all > 0 ? told / all : 0;
        return difference.Similarity + (OfRarity * rarity) + (OfStretch * stretch / text.Count) >= Enough;
    }
}
