using SearchService.Analysis.Languages;

namespace SearchService.Analysis.Names;

/// <summary>Tells whether two words are spellings of one name, in the same script or in two.</summary>
/// <remarks>
/// Words are cut into pieces that are spelled alike, and what each pair of pieces costs (<see cref="SpellingCosts"/>) is added up; of all
/// ways of cutting the cheapest counts. Between two scripts other than Latin both are first transliterated. Stateless, thread-safe.
/// </remarks>
public static class NameSpelling
{
    /// <summary>More than any distance that is given.</summary>
    public const int Unrelated = int.MaxValue;

    // Tuned on the half of the data that the costs are learned from; see docs/adr/0024.
    private const int ShortestWord = 2;
    private const int LimitBase = 80;
    private const int LimitPerLetter = 48;
    private const int LargestLimit = 560;
    private const int CrossLimitBase = 100;
    private const int CrossLimitPerLetter = 120;
    private const int LargestCrossLimit = 1000;

    /// <summary>How far apart two words are.</summary>
    /// <param name="left">A word of a name.</param>
    /// <param name="right">Another.</param>
    /// <returns>
    /// In hundredths of a nat, the same both ways: 0 for the same letters, 100 to 400 for spellings one meets every day, <see cref="Unrelated"/> where no
    /// way of spelling is known that leads from one to the other.
    /// </returns>
    public static int Distance(string left, string right)
    {
        string first = NameLetters.Of(left, out Script from);
        string second = NameLetters.Of(right, out Script to);
        if (!SpellingCosts.Of.ContainsKey(from) || !SpellingCosts.Of.ContainsKey(to))
        {
            return Unrelated;
        }

        if (from != Script.Latin && to != Script.Latin)
        {
            return Align(Romanized(first), Romanized(second), Script.Latin);
        }

        // What is looked for in Latin letters may have two readings.
        (string other, Script script, string latin, string latinWord) = to == Script.Latin ? (first, from, second, right) : (second, to, first, left);
        string? otherSounded = script == Script.Latin ? NameLetters.Sounded(left) : null;
        int distance = Align(other, latin, script);
        if (NameLetters.Sounded(latinWord) is { } sounded)
        {
            distance = Math.Min(distance, Align(other, sounded, script));
            distance = otherSounded is null ? distance : Math.Min(distance, Align(otherSounded, sounded, script));
        }

        return otherSounded is null ? distance : Math.Min(distance, Align(otherSounded, latin, script));
    }

    /// <summary>Whether two words are near enough to be taken for spellings of one name.</summary>
    /// <param name="left">A word of a name.</param>
    /// <param name="right">Another.</param>
    public static bool AreVariants(string left, string right)
    {
        string first = NameLetters.Of(left, out Script from);
        string second = NameLetters.Of(right, out Script to);
        return Distance(left, right) <= Limit(first.Length, second.Length, (from == Script.Latin) == (to == Script.Latin));
    }

    /// <summary>The largest distance between spellings of one name.</summary>
    /// <param name="length">Letters of one word.</param>
    /// <param name="otherLength">Letters of the other.</param>
    /// <param name="isSameSide">Whether both are in Latin letters, or neither is.</param>
    /// <remarks>
    /// The more letters, the more may differ: what has the same five letters beside three that often stand for one another is more surely the same
    /// name than what has one. Another script leaves more open, above all vowels.
    /// </remarks>
    internal static int Limit(int length, int otherLength, bool isSameSide)
    {
        int shorter = Math.Min(length, otherLength);
        return shorter < ShortestWord ? 0
            : isSameSide ? Math.Min(LimitBase + (LimitPerLetter * shorter), LargestLimit)
            : Math.Min(CrossLimitBase + (CrossLimitPerLetter * shorter), LargestCrossLimit);
    }

    /// <summary>A word between its ends.</summary>
    internal static string Bounded(string letters) => $"{SpellingCosts.First}{letters}{SpellingCosts.Last}";

    /// <summary>Letters of another script in Latin ones.</summary>
    internal static string Romanized(string letters) => NameLetters.Of(Transliteration.ToLatin(letters, TransliterationStyle.Press), out _);

    private static int Align(string word, string latin, Script script) =>
        SpellingCosts.Of.TryGetValue(script, out SpellingCosts? costs) ? Align(Bounded(word), Bounded(latin), costs, script == Script.Latin) : Unrelated;

    private static int Align(ReadOnlySpan<char> from, ReadOnlySpan<char> to, SpellingCosts costs, bool isSameScript)
    {
        int width = to.Length + 1;
        int[] cells = new int[(from.Length + 1) * width];
        Array.Fill(cells, Unrelated);
        cells[0] = 0;
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                int here = cells[(i * width) + j];
                if (here == Unrelated)
                {
                    continue;
                }

                if (i < from.Length && j < to.Length && from[i] == to[j] && (isSameScript || from[i] is SpellingCosts.First or SpellingCosts.Last))
                {
                    Relax(cells, ((i + 1) * width) + j + 1, here);
                }

                for (int length = 0; length <= SpellingCosts.LongestPiece && i + length <= from.Length; length++)
                {
                    foreach (SpellingCosts.Piece piece in costs.Others(from.Slice(i, length), reversed: false))
                    {
                        if (to[j..].StartsWith(piece.Text, StringComparison.Ordinal))
                        {
                            Relax(cells, ((i + length) * width) + j + piece.Text.Length, here + piece.Cost);
                        }
                    }
                }
            }
        }

        return cells[^1];
    }

    private static void Relax(int[] cells, int at, int cost) => cells[at] = Math.Min(cells[at], cost);
}
