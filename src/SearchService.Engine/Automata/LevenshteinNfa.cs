using SearchService.Analysis.Patterns;

namespace SearchService.Engine.Automata;

/// <summary>Builds the automaton of all words within some edits of a word that is too long for <see cref="FuzzyJudge"/>.</summary>
/// <remarks>
/// An edit adds, removes or replaces one code point, or swaps two that stand side by side; what was swapped isn't edited again
/// (the optimal string alignment distance). State <c>(i, e)</c> has read what stands for the first <c>i</c> code points at the price of
/// <c>e</c> edits; in the middle of a swap there is a state between. At most 2·edits + 1 places are in question at once, so the
/// deterministic automaton made of it as a walk goes along stays small.
/// Source: Schulz and Mihov, Fast string correction with Levenshtein automata (2002), sections 3 and 7.
/// </remarks>
internal static class LevenshteinNfa
{
    /// <summary>Builds the automaton.</summary>
    /// <param name="word">The word, as terms are written.</param>
    /// <param name="maxEdits">0 or more.</param>
    /// <param name="kept">Code points at its beginning that no edit touches.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">The word is too long for that many states.</exception>
    public static Nfa Build(string word, int maxEdits, int kept, AutomatonOptions options)
    {
        var points = word.EnumerateRunes().Select(rune => rune.Value).ToArray();
        var builder = new NfaBuilder(options);
        var states = new int[points.Length + 1, maxEdits + 1];
        for (var i = points.Length; i >= 0; i--)
        {
            for (var edits = maxEdits; edits >= 0; edits--)
            {
                states[i, edits] = AddState(builder, points, states, i, edits, mayEdit: edits < maxEdits && i >= kept);
            }
        }

        return builder.ToNfa(states[0, 0]);
    }

    private static int AddState(NfaBuilder builder, int[] points, int[,] states, int i, int edits, bool mayEdit)
    {
        var left = points.Length - i;
        var state = builder.AddState();
        if (left == 0)
        {
            builder.AddEmpty(state, Nfa.End);
        }
        else
        {
            builder.AddCodePoints(state, points[i], points[i], states[i + 1, edits]);
        }

        if (!mayEdit)
        {
            return state;
        }

        var any = builder.AddState();
        builder.AddCodePoints(state, 0, CharacterSet.LastCodePoint, any);
        builder.AddEmpty(any, states[i, edits + 1]);
        if (left > 0)
        {
            builder.AddEmpty(any, states[i + 1, edits + 1]);
            builder.AddEmpty(state, states[i + 1, edits + 1]);
        }

        if (left > 1)
        {
            var swapped = builder.AddState();
            builder.AddCodePoints(state, points[i + 1], points[i + 1], swapped);
            builder.AddCodePoints(swapped, points[i], points[i], states[i + 2, edits + 1]);
        }

        return state;
    }
}
