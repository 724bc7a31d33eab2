using System.Collections.Frozen;
using System.Globalization;

namespace SearchService.Ingestion.Dates;

/// <summary>Finds words of dates, of all languages at once: a date says in which it is by the words it has.</summary>
internal static class DateWords
{
    /// <summary>Longer words stand in no date.</summary>
    public const int Longest = 24;

    // Joins two words that are one name.
    private const char Joint = '_';

    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Words = Read();

    // Words that a name of two begins with.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstOfTwo = Words.Dictionary.Keys
        .Where(static key => key.Contains(Joint, StringComparison.Ordinal)).Select(static key => key[..key.IndexOf(Joint, StringComparison.Ordinal)])
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a word.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out DateWord found)
    {
        Span<char> folded = stackalloc char[Longest];
        found = default;
        return word.Length <= Longest && Words.TryGetValue(folded[..Fold(word, folded)], out found);
    }

    /// <summary>Whether a name of two words begins with a word.</summary>
    public static bool MayBeFirstOfTwo(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return word.Length <= Longest && FirstOfTwo.Contains(folded[..Fold(word, folded)]);
    }

    /// <summary>Finds a name of two words.</summary>
    public static bool TryFind(ReadOnlySpan<char> first, ReadOnlySpan<char> second, out DateWord found)
    {
        Span<char> folded = stackalloc char[(2 * Longest) + 1];
        found = default;
        if (first.Length > Longest || second.Length > Longest)
        {
            return false;
        }

        int length = Fold(first, folded);
        folded[length++] = Joint;
        length += Fold(second, folded[length..]);
        return Words.TryGetValue(folded[..length], out found);
    }

    /// <summary>Whether a word is a weekday or its abbreviation.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => TryFind(word, out DateWord found) && found.Weekday > 0;

    private static FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        Dictionary<string, DateWord> words = new(StringComparer.Ordinal);
        void Add(string list, DateWord word)
        {
            foreach (string name in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                char[] folded = new char[name.Length];
                string key = folded.AsSpan(0, Fold(name, folded)).ToString();
                words[key] = words.TryGetValue(key, out DateWord there) ? there.And(word) : word;
            }
        }

        foreach (DateLanguage language in DateLanguages.All)
        {
            for (int i = 0; i < language.Months.Count; i++)
            {
                Add(language.Months[i], new DateWord(DateWordRoles.None, Month: (byte)(i + 1)));
            }

            for (int i = 0; i < language.Weekdays.Count; i++)
            {
                Add(language.Weekdays[i], new DateWord(DateWordRoles.None, Weekday: (byte)(i + 1)));
            }

            for (int i = 0; i < language.Units.Count; i++)
            {
                Add(language.Units[i], new DateWord(DateWordRoles.None, Unit: DateUnit.Second + (byte)i));
            }

            for (int i = 0; i < language.RelativeDays.Count; i++)
            {
                Add(language.RelativeDays[i], new DateWord(DateWordRoles.RelativeDay, DaysBack: (byte)i));
            }

            Add(language.Beside, new DateWord(DateWordRoles.Beside));
            Add(language.AfterTime, new DateWord(DateWordRoles.AfterTime));
            Add(language.Ago, new DateWord(DateWordRoles.Ago));
            Add(language.One, new DateWord(DateWordRoles.One));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // Lower case without accents, vowel marks and lengthening; letters that one script writes in two ways are one.
    private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        int length = 0;
        foreach (char unit in word)
        {
            char lower = char.ToLowerInvariant(unit);
            if (lower is 'ـ' || (lower > '\u02FF' && CharUnicodeInfo.GetUnicodeCategory(lower) == UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            folded[length++] = lower switch
            {
                >= 'à' and <= 'å' => 'a',
                'ç' => 'c',
                >= 'è' and <= 'ë' => 'e',
                >= 'ì' and <= 'ï' => 'i',
                'ñ' => 'n',
                >= 'ò' and <= 'ö' => 'o',
                >= 'ù' and <= 'ü' => 'u',
                'ё' => 'е',
                'й' => 'и',
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ى' or 'ی' => 'ي',
                'ک' => 'ك',
                'ة' => 'ه',
                _ => lower,
            };
        }

        return length;
    }
}
