using System.Buffers;
using System.Text;
using SearchService.Analysis.Languages;

namespace SearchService.Analysis.Names;

/// <summary>What of a word of a name is compared: its letters, in lower case and without diacritics, apostrophes and hyphens.</summary>
internal static class NameLetters
{
    /// <summary>Words with more letters have no other spellings here: no name has so many, and what it costs to compare is bounded.</summary>
    public const int MaxLetters = 32;

    /// <summary>The letters of a word.</summary>
    /// <param name="word">As written, one word.</param>
    /// <param name="script">Of its letters; <see cref="Script.None"/> where they are of several, there are none, or digits stand among them.</param>
    public static string Of(string word, out Script script)
    {
        script = Script.None;
        if (word.Length > 4 * MaxLetters)
        {
            return "";
        }

        string folded = IsPlain(word) ? word : Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(word).Folded);
        StringBuilder? kept = null;
        bool mixed = false;
        for (int at = 0; at < folded.Length; at++)
        {
            if (char.IsDigit(folded[at]))
            {
                script = Script.None; // the name of an account, not of a person
                return "";
            }

            Script own = Scripts.Of(folded[at]);
            if (own == Script.None)
            {
                kept ??= new StringBuilder(folded, 0, at, folded.Length);
                continue;
            }

            kept?.Append(folded[at]);
            mixed |= script != Script.None && script != own;
            script = own;
        }

        string letters = kept?.ToString() ?? folded;
        if (mixed || letters.Length > MaxLetters)
        {
            script = Script.None;
            return "";
        }

        return letters;
    }

    /// <summary>How a Latin word is read by those who know what its diacritics sound like: <c>Miloshevich</c> for <c>Milošević</c>.</summary>
    /// <param name="word">As written, one word.</param>
    /// <returns>The letters, or null where that is no other word than <see cref="Of"/> gives.</returns>
    public static string? Sounded(string word)
    {
        if (!word.AsSpan().ContainsAny(Sounds) || word.Length > 4 * MaxLetters)
        {
            return null;
        }

        StringBuilder spelled = new(word.Length + 4);
        foreach (char unit in word)
        {
            spelled.Append(char.ToLowerInvariant(unit) switch
            {
                'š' or 'ş' or 'ș' => "sh",
                'č' or 'ć' => "ch",
                'ž' => "zh",
                'ř' => "rzh",
                'ñ' or 'ň' or 'ń' => "ny",
                'ä' => "ae",
                'ö' or 'ø' => "oe",
                'ü' => "ue",
                'ě' => "ye",
                'đ' => "dj",
                _ => unit.ToString(),
            });
        }

        return Of(spelled.ToString(), out Script script) is { Length: > 0 } letters && script == Script.Latin ? letters : null;
    }

    private static readonly SearchValues<char> Sounds = SearchValues.Create("šşșčćžřñňńäöøüěđŠŞȘČĆŽŘÑŇŃÄÖØÜĚĐ");

    private static bool IsPlain(string word) => !word.AsSpan().ContainsAnyExceptInRange('a', 'z');
}
