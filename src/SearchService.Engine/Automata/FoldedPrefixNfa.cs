using System.Globalization;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;

namespace SearchService.Engine.Automata;

/// <summary>Builds the automaton of all written terms whose folded form begins with a text.</summary>
/// <remarks>
/// State <c>i</c> has read what folds to the first <c>i</c> letters of the text: the letter itself, any letter that folds to it
/// (<c>é</c> to <c>e</c>), any that folds to several (<c>ß</c> to <c>ss</c>), with marks that fold to nothing between. The last one may
/// fold to more than is left of the text. A letter is folded by itself: the few marks that stay on one letter and fall from another
/// are taken to fall.
/// </remarks>
internal static class FoldedPrefixNfa
{
    // Nothing above the supplementary multilingual plane folds to another character.
    private const int TableLength = 0x20000;

    // What folds to nothing is found by it.
    private const char NoLetter = '\0';

    // Below it, what is written is what is folded.
    private const int FirstFolded = 0x80;

    private static readonly Lazy<Dictionary<char, (int First, int Last, string Target)[]>> Table = new(MakeTable);

    /// <summary>Builds the automaton.</summary>
    /// <param name="prefix">Folded; empty for all terms.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">It needs too many states.</exception>
    public static Nfa Build(string prefix, AutomatonOptions options)
    {
        var builder = new NfaBuilder(options);
        var rest = builder.AddState();
        builder.AddEmpty(rest, Nfa.End);
        builder.AddCodePoints(rest, 0, CharacterSet.LastCodePoint, rest);

        var states = new int[prefix.Length + 1]; // by UTF-16 unit; 0 within a surrogate pair
        states[prefix.Length] = rest;
        for (var i = prefix.Length - 1; i >= 0; i--)
        {
            if (char.IsLowSurrogate(prefix[i]))
            {
                continue;
            }

            var letter = Rune.GetRuneAt(prefix, i);
            states[i] = builder.AddState();
            builder.AddCodePoints(states[i], letter.Value, letter.Value, states[i + letter.Utf16SequenceLength]);
            foreach (var (first, last, target) in Table.Value.GetValueOrDefault(prefix[i], []))
            {
                if (AgreesWith(prefix.AsSpan(i), target))
                {
                    builder.AddCodePoints(states[i], first, last, states[Math.Min(prefix.Length, i + target.Length)]);
                }
            }

            foreach (var (first, last, _) in Table.Value[NoLetter])
            {
                builder.AddCodePoints(states[i], first, last, states[i]);
            }
        }

        return builder.ToNfa(states[0]);
    }

    private static bool AgreesWith(ReadOnlySpan<char> text, ReadOnlySpan<char> target)
    {
        var common = Math.Min(text.Length, target.Length);
        return text[..common].SequenceEqual(target[..common]);
    }

    // Runs of what stands in a written term and folds to the same other text, by its first unit.
    private static Dictionary<char, (int First, int Last, string Target)[]> MakeTable()
    {
        var runs = new List<(int First, int Last, string Target)>();
        for (var point = FirstFolded; point < TableLength; point++)
        {
            // Ideographs and syllables are most of what there is, and fold to themselves.
            if (point is (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0x17000 and <= 0x18CFF)
                || !Rune.TryCreate(point, out var rune)
                || Rune.GetUnicodeCategory(rune) is var category && category is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                || rune.ToString() is var text && PatternFolding.Fold(text, TermForm.Written) != text)
            {
                continue;
            }

            // A mark alone is a word, which nothing is left out of.
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            var folded = isMark ? PatternFolding.Fold($"x{text}", TermForm.Folded)[1..] : PatternFolding.Fold(text, TermForm.Folded);
            if (folded == text)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Last == point - 1 && runs[^1].Target == folded)
            {
                runs[^1] = runs[^1] with { Last = point };
            }
            else
            {
                runs.Add((point, point, folded));
            }
        }

        return runs.GroupBy(run => run.Target.Length == 0 ? NoLetter : run.Target[0]).ToDictionary(group => group.Key, group => group.ToArray());
    }
}
