using System.Buffers;
using System.Text;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Automata;

/// <summary>Says which terms are so many edits from a word, without an automaton: its states are bits, all moved at once.</summary>
/// <remarks>
/// Bit i of the number for e edits: what was read stands for the first i code points of the word at the price of e. The same distance
/// as in <see cref="LevenshteinNfa"/>, which is for words that are longer.
/// Source: Wu and Manber, Fast text searching allowing errors (1992); the swap as in Hyyrö, A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances (2003).
/// </remarks>
internal sealed class FuzzyJudge(FuzzyWord word) : TermJudge
{
    /// <inheritdoc/>
    internal override SketchFilter? Filter => word.Filter;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> First => word.Beginning;

    /// <inheritdoc/>
    public override TermFit Fit(ReadOnlySpan<byte> term)
    {
        if (Contains(term))
        {
            return TermFit.Yes;
        }

        return !term.StartsWith(word.Beginning) && term.SequenceCompareTo(word.Beginning) > 0 ? TermFit.Past : TermFit.No;
    }

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> term)
    {
        var all = ulong.MaxValue >> (FuzzyWord.MaxLength - word.Length);
        var all1 = word.MaxEdits >= 1 ? all : 0;
        var all2 = word.MaxEdits >= 2 ? all : 0;

        var free = word.Free;
        var exact = 1UL;
        var once = (free & 1) == 0 ? 0 : 3 & all1;
        var twice = (free & 1) == 0 ? 0 : 7 & all2;
        ulong exactBefore = 0; // a code point earlier
        ulong onceBefore = 0;
        ulong placesBefore = 0;
        for (var at = 0; at < term.Length;)
        {
            ulong places;
            if (term[at] < 0x80)
            {
                places = word.PlacesOfAscii(term[at++]);
            }
            else if (Rune.DecodeFromUtf8(term[at..], out var rune, out var width) == OperationStatus.Done)
            {
                places = word.PlacesOf(rune.Value);
                at += width;
            }
            else
            {
                return false;
            }

            // Both code points of a swap: the one at the next place was read before.
            var swapped = places & (placesBefore >> 1);
            var exactNext = (exact & places) << 1;
            var edited = exact & free;
            var onceNext = (((once & places) << 1) | edited | ((edited | (exactNext & free)) << 1) | ((exactBefore & free & swapped) << 2)) & all1;
            var twiceNext = (((twice & places) << 1) | once | ((once | onceNext) << 1) | ((onceBefore & swapped) << 2)) & all2;
            if ((exactNext | onceNext | twiceNext) == 0)
            {
                return false;
            }

            (exactBefore, onceBefore, placesBefore) = (exact, once, places);
            (exact, once, twice) = (exactNext, onceNext, twiceNext);
        }

        return (((exact | once | twice) >> word.Length) & 1) != 0;
    }
}
