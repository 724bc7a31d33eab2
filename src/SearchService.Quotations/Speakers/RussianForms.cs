namespace SearchService.Quotations.Speakers;

/// <summary>The cases of Russian names and offices.</summary>
internal static class RussianForms
{
    private const WordTraits Declining = WordTraits.Given | WordTraits.Office | WordTraits.Title | WordTraits.Collective;

    private static readonly string[] AfterConsonant = ["а", "у", "ом", "ем", "е", "ы", "ов"];
    private static readonly string[] AfterSoft = ["я", "ю", "ем", "ём", "е", "и"];
    private static readonly string[] AfterA = ["ы", "и", "е", "у", "ой", "ей"];
    private static readonly string[] AfterYa = ["и", "ю", "е", "ей"];

    /// <summary>Endings of last names, the longest first.</summary>
    private static readonly string[] Endings = ["ого", "ому", "его", "ему", "ыми", "ым", "им", "ом", "ем", "ём", "ой", "ей", "ая", "яя", "ую", "ый", "ий", "ые", "а", "я", "у", "ю", "е", "ы", "и", "й", "ь"];

    private static readonly string[] Patronymics = ["вич", "вича", "вичу", "вичем", "виче", "ич", "вна", "вны", "вне", "вну", "вной", "ична", "ичны", "ичне", "ичну", "ичной"];

    /// <summary>Whether a word is in Russian letters.</summary>
    public static bool IsRussian(ReadOnlySpan<char> word) => !word.IsEmpty && word[0] is >= '\u0400' and <= '\u04FF';

    /// <summary>Whether a word is named after a father: <c>Владимировича</c>.</summary>
    public static bool IsPatronymic(ReadOnlySpan<char> word)
    {
        foreach (string ending in Patronymics)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word alone, of languages without cases.</summary>
    public static IEnumerable<(string Form, WordTraits Traits)> None(string word, WordTraits traits) => [(word, traits)];

    /// <summary>A word with its cases, if it is of a kind that has them; the one given is marked as the one that names.</summary>
    public static IEnumerable<(string Form, WordTraits Traits)> Declined(string word, WordTraits traits)
    {
        if ((traits & Declining) == WordTraits.None)
        {
            yield return (word, traits);
            yield break;
        }

        yield return (word, traits | WordTraits.Nominative);
        (string stem, string[] endings) = word[^1] switch
        {
            'а' => (word[..^1], AfterA),
            'я' => (word[..^1], AfterYa),
            'й' or 'ь' => (word[..^1], AfterSoft),
            'о' or 'е' or 'и' or 'у' or 'ю' or 'э' or 'ы' => (word, []),
            _ => (word, AfterConsonant),
        };
        foreach (string ending in endings)
        {
            yield return (stem + ending, traits);
        }
    }

    /// <summary>A last name without the ending of its case; what is left has three letters at least.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> name)
    {
        foreach (string ending in Endings)
        {
            if (name.Length >= ending.Length + 3 && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return name[..^ending.Length];
            }
        }

        return name;
    }
}
