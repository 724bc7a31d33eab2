using System.Collections.Immutable;

namespace SearchService.Analysis.Languages;

/// <summary>Tells which language a text is in.</summary>
/// <remarks>
/// <para>The script decides first; among the languages of Latin, Cyrillic, Arabic and Devanagari letters, a model of word pieces does
/// (<see cref="LanguageModel"/>). Looks at a few hundred letters from three places of the text, whatever its length: a
/// page that begins with a foreign banner is still in the language of the rest. Thread-safe; allocates nothing.</para>
/// <para>A text in a language that isn't known here seems to be in a similar one, at low confidence if it is long enough to tell.</para>
/// </remarks>
public static class LanguageDetector
{
    private const int Windows = 3;
    private const int WindowLength = 320;
    private const int MostLanguages = 64;
    private const int LongestWord = 40; // of letters looked at; what is longer is no word of these scripts

    /// <summary>Bits of evidence, as naive Bayes counts them, that halve the doubt: its pieces overlap, so it counts the same evidence several times.</summary>
    private const double BitsPerHalving = 6;

    /// <summary>A text of a known language has so many bits a letter, unless it is full of names; one of another mostly has fewer.</summary>
    private const double UsualBitsPerLetter = 4.5;

    /// <summary>And it is ahead of the second language by so many, names or not, unless the two are kin; one of another seldom is.</summary>
    private const double UsualBitsAheadPerLetter = 1.2;

    /// <summary>Gets the languages that are known, ISO 639-1, each once, in alphabetical order.</summary>
    public static ImmutableArray<string> Languages { get; } =
    [
        .. LanguageModel.All.SelectMany(model => model.Languages)
            .Concat(Enum.GetValues<Script>().Select(Scripts.OnlyLanguage).OfType<string>())
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds the language of a text.</summary>
    /// <param name="text">Plain text of any length.</param>
    /// <returns>The most likely language and how sure that is; no language where the text has no letters of a script known here.</returns>
    public static DetectedLanguage Detect(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.Count];
        int letters = 0;
        for (int window = 0; window < Windows; window++)
        {
            foreach (char unit in Window(text, window))
            {
                Script script = Scripts.Of(unit);
                if (script != Script.None)
                {
                    counts[(int)script]++;
                    letters++;
                }
            }
        }

        if (letters == 0)
        {
            return default;
        }

        // Japanese is written in both, Chinese never in kana; an ideograph says more than a letter does.
        if (counts[(int)Script.Kana] * 8 > counts[(int)Script.Han])
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
            counts[(int)Script.Han] = 0;
        }

        int best = 0;
        int most = 0;
        int weighed = 0;
        for (int script = 0; script < counts.Length; script++)
        {
            int weight = counts[script] * (script is (int)Script.Han or (int)Script.Kana or (int)Script.Hangul ? 3 : 1);
            weighed += weight;
            (best, most) = weight > most ? (script, weight) : (best, most);
        }

        double share = (double)most / weighed;
        return Scripts.OnlyLanguage((Script)best) is { } only
            ? new DetectedLanguage(only, share * (1 - Math.Pow(0.5, most)))
            : Among(text, (Script)best, share);
    }

    private static DetectedLanguage Among(ReadOnlySpan<char> text, Script script, double share)
    {
        LanguageModel model = LanguageModel.All[(int)script];
        Span<int> room = stackalloc int[MostLanguages];
        Span<int> scores = room[..model.Languages.Length];
        scores.Clear();
        int letters = 0;
        for (int window = 0; window < Windows; window++)
        {
            letters += AddWords(Window(text, window), script, model, scores);
        }

        int best = 0;
        int second = -1;
        for (int language = 1; language < scores.Length; language++)
        {
            if (scores[language] > scores[best])
            {
                (second, best) = (best, language);
            }
            else if (second < 0 || scores[language] > scores[second])
            {
                second = language;
            }
        }

        double bits = (double)scores[best] / LanguageModel.WeightsPerBit;
        double ahead = bits - ((double)scores[second] / LanguageModel.WeightsPerBit);
        double familiar = Math.Min(1, Math.Max(bits / UsualBitsPerLetter, ahead / UsualBitsAheadPerLetter) / letters);
        return scores[best] == 0
            ? default
            : new DetectedLanguage(model.Languages[best], share * familiar * (1 - (0.5 * Math.Pow(0.5, ahead / BitsPerHalving))));
    }

    private static int AddWords(ReadOnlySpan<char> text, Script script, LanguageModel model, Span<int> scores)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        int length = 0;
        int letters = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && Scripts.Of(text[at]) == script)
            {
                if (length < LongestWord)
                {
                    word[++length] = char.ToLowerInvariant(text[at]);
                }
            }
            else if (length > 0)
            {
                model.Add(word[..(length + 2)], scores);
                letters += length;
                length = 0;
            }
        }

        return letters;
    }

    /// <summary>One of the places looked at: the beginning, the middle, the end; together all of a short text.</summary>
    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int window)
    {
        if (text.Length <= Windows * WindowLength)
        {
            return window == 0 ? text : default;
        }

        int start = (int)((long)(text.Length - WindowLength) * window / (Windows - 1));
        ReadOnlySpan<char> here = text.Slice(start, WindowLength);
        return window == 0 || here.IndexOf(' ') is not (> 0 and int space) ? here : here[space..]; // not from the middle of a word
    }
}
