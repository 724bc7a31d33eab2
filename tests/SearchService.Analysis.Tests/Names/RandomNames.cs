using SearchService.Analysis.Names;

namespace SearchService.Analysis.Tests.Names;

/// <summary>Invented words of names, in several scripts.</summary>
internal static class RandomNames
{
    private static readonly string[] Syllables = ["ta", "kha", "zhe", "shi", "lu", "kov", "ev", "mo", "ha", "med", "gad", "da", "fi", "sch", "ou", "ya", "ić", "ü", "nn", "qu", "el"];
    private static readonly string[] Others = ["то", "ка", "ев", "жа", "ский", "шень", "юр", "אב", "נתן", "محم", "قذ", "في", "γκο", "της", "ου"];

    /// <summary>A word of two to four pieces of one script.</summary>
    public static string Next(Random random)
    {
        if (random.Next(3) > 0)
        {
            return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        }

        (int from, int to) = random.Next(4) switch { 0 => (7, 9), 1 => (9, 12), 2 => (12, 15), _ => (0, 7) };
        return string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Others[random.Next(from, to)]));
    }

    /// <summary>The word in Latin letters, or with a piece exchanged that often is.</summary>
    public static string Respelled(Random random, string name) => random.Next(4) switch
    {
        0 => name.Replace("kh", "h", StringComparison.Ordinal).Replace("ya", "ia", StringComparison.Ordinal),
        1 => name.Replace('o', 'u').Replace("d", "dd", StringComparison.Ordinal),
        _ => Transliteration.ToLatin(name, (TransliterationStyle)random.Next(3)),
    };
}
