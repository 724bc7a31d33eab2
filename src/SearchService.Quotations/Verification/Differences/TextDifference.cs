using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Quotations.Verification.Differences;

/// <summary>Says in which words a text given and one of the archive differ.</summary>
internal static class TextDifference
{
    /// <summary>Compares.</summary>
    /// <param name="given">Words of the text given.</param>
    /// <param name="found">Words of the archive's text.</param>
    public static WordDifference Between(WordsOfText given, WordsOfText found)
    {
        // Of several differences of the same size one and the same is told, whichever of the two is given.
        List<AlignedWord> words = Precedes(given, found) ? Align(given, found) : [.. Align(found, given).Select(static word => word.Swapped)];
        double same = 0;
        foreach (AlignedWord word in words)
        {
            same += word.Kind switch
            {
                DifferenceKind.Kept => 2,
                DifferenceKind.Inflected => 1,
                DifferenceKind.Moved => 0.75, // and again where it stands in the other
                _ => 0,
            };
        }

        int all = given.Count + found.Count;
        return new WordDifference(Parts(words, given, found), all == 0 ? 1 : same / all);
    }

    private static bool Precedes(WordsOfText one, WordsOfText other) =>
        one.Count != other.Count ? one.Count < other.Count : one.Text.SequenceCompareTo(other.Text) <= 0;

    private static List<AlignedWord> Align(WordsOfText one, WordsOfText other) => MovedWords.Tell(WordAligner.Align(one, other), one, other);

    private static ImmutableArray<DifferencePart> Parts(List<AlignedWord> words, WordsOfText given, WordsOfText found)
    {
        ImmutableArray<DifferencePart>.Builder parts = ImmutableArray.CreateBuilder<DifferencePart>();
        for (int i = 0; i < words.Count;)
        {
            int after = i + 1;
            DifferenceKind kind = words[i].Kind;
            while (after < words.Count && TryJoin(kind, words[i], words[after], found, out DifferenceKind joined))
            {
                kind = joined;
                after++;
            }

            (int First, int Last) inGiven = Bounds(words, i, after, static word => word.Given);
            (int First, int Last) inFound = Bounds(words, i, after, static word => word.Found);
            parts.Add(new DifferencePart(kind, SpanOf(given, inGiven), SpanOf(found, inFound)));
            i = after;
        }

        return parts.DrainToImmutable();
    }

    // Words that go on as those before; and words replaced by fewer or more, which are one change.
    private static bool TryJoin(DifferenceKind kind, AlignedWord first, AlignedWord next, WordsOfText found, out DifferenceKind joined)
    {
        joined = kind;
        if (next.Found >= 0 && found.Words.IsApart(found.First + next.Found))
        {
            return false;
        }

        if (kind == next.Kind)
        {
            return kind != DifferenceKind.Moved || first.Given < 0 == next.Given < 0;
        }

        joined = DifferenceKind.Replaced;
        return IsChange(kind) && IsChange(next.Kind) && (kind == DifferenceKind.Replaced || next.Kind == DifferenceKind.Replaced);
    }

    private static bool IsChange(DifferenceKind kind) => kind is DifferenceKind.Replaced or DifferenceKind.Dropped or DifferenceKind.Inserted;

    private static (int First, int Last) Bounds(List<AlignedWord> words, int first, int after, Func<AlignedWord, int> side)
    {
        (int First, int Last) bounds = (-1, -1);
        for (int i = first; i < after; i++)
        {
            int word = side(words[i]);
            if (word >= 0)
            {
                bounds = (bounds.First < 0 ? word : bounds.First, word);
            }
        }

        return bounds;
    }

    private static TextSpan? SpanOf(WordsOfText text, (int First, int Last) words) =>
        words.First < 0 ? null : text.Words.SpanOf(text.First + words.First, words.Last - words.First + 1);
}
