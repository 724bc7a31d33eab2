using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification.Versions;

/// <summary>Compares wordings.</summary>
/// <param name="numbers">Of the words.</param>
/// <param name="bits">What each word that both have tells, by its number.</param>
internal sealed class WordingComparison(WordNumbers numbers, Func<int, double> bits)
{
    // The shorter of the two, in the longer.
    private const double Alike = 0.65;
    private const double NearlyTheSame = 0.8;

    // A stretch both have, where each goes on otherwise.
    private const int LongStretch = 10;

    // A word tells this much by standing where it stands, besides its rarity.
    private const double BitsOfPlace = 2;
    private const double Telling = 30;
    private const double HardlyTelling = 6;

    // Fewer are words that a topic is spoken of in, not somebody's own, unless they are all that both have.
    private const int FewestWords = 4;

    // A part of a longer quotation has to be so much of it, or to tell twice as much, lest a slogan join all speeches it was in.
    private const int LargestRatio = 8;

    /// <summary>Compares.</summary>
    /// <returns>The same whichever comes first.</returns>
    public Kinship Of(Wording one, Wording other)
    {
        (Wording shorter, Wording longer) = one.Precedes(other) ? (one, other) : (other, one);
        if (shorter.Count == 0)
        {
            return Kinship.None;
        }

        (double similarity, double told, int kept, int stretch) = Measure(shorter, longer);
        bool overlaps = stretch >= LongStretch && stretch * 2 >= shorter.Count;
        bool whole = similarity == 1 && shorter.Count == longer.Count;
        if ((similarity < Alike && !overlaps) || told < HardlyTelling || kept < (whole ? 2 : FewestWords))
        {
            return Kinship.None;
        }

        if (told < Telling)
        {
            return similarity >= NearlyTheSame ? Kinship.Likely : Kinship.None;
        }

        bool small = longer.Count > shorter.Count * LargestRatio && told < 2 * Telling;
        return small || similarity < NearlyTheSame && !overlaps ? Kinship.Close : Kinship.Same;
    }

    private (double Similarity, double Told, int Kept, int Stretch) Measure(Wording shorter, Wording longer)
    {
        VerifiedText text = new(shorter.Words, numbers.Count, bits);
        if (new NearestPassage(text).Find(longer.Words) is not { } at)
        {
            return default;
        }

        WordDifference difference = TextDifference.Between(shorter.Whole, longer.Part(at.First, at.Count));
        double told = 0;
        int stretch = 0, all = 0;
        foreach (DifferencePart part in difference.Parts)
        {
            if (part is { Kind: DifferenceKind.Kept or DifferenceKind.Moved, Given: { } given })
            {
                (int first, int kept) = shorter.Words.Inside(given);
                all += kept;
                stretch = part.Kind == DifferenceKind.Kept ? Math.Max(stretch, kept) : stretch;
                for (int word = first; word < first + kept; word++)
                {
                    told += BitsOfPlace + Math.Max(0, bits(shorter.Words.Numbers[word]));
                }
            }
        }

        return (difference.Similarity, told, all, stretch);
    }
}
