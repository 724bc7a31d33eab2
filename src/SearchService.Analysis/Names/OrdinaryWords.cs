using System.Collections.Frozen;
using System.Text;

namespace SearchService.Analysis.Names;

/// <summary>Words that are ordinary in English or Russian, whatever else they may name: <c>polish</c>, <c>will</c>, <c>rose</c>, <c>мороз</c>.</summary>
/// <remarks>Compared by their stems, so <c>roses</c> is one too. The list is made by <c>tools/ordinary-words</c>, where its sources are named.</remarks>
public static class OrdinaryWords
{
    // What is left of a name by a stemmer may be a preposition: Зась, за.
    private const int ShortestStem = 3;

    private static readonly FrozenSet<string> Stems = Load();

    [ThreadStatic]
    private static (TokenReader English, TokenReader Russian)? _readers;

    /// <summary>Whether a word is ordinary.</summary>
    /// <param name="word">One word, in any case.</param>
    public static bool Contains(string word)
    {
        _readers ??= Readers();
        string stem = StemOf(_readers.Value, word);
        return Stems.Contains(stem) && (stem.Length >= ShortestStem || stem.Length == word.Length);
    }

    private static FrozenSet<string> Load()
    {
        using Stream stream = typeof(OrdinaryWords).Assembly.GetManifestResourceStream("ordinary.words")
            ?? throw new InvalidOperationException("The assembly lacks its resource ordinary.words.");
        using StreamReader lines = new(stream);
        HashSet<string> stems = new(StringComparer.Ordinal);
        (TokenReader, TokenReader) readers = Readers();
        while (lines.ReadLine() is { } word)
        {
            stems.Add(StemOf(readers, word));
        }

        return stems.ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool IsCyrillic(string word) => word.Length > 0 && word[0] is >= '\u0400' and <= '\u052F';

    private static (TokenReader English, TokenReader Russian) Readers() => (TextAnalyzer.English.CreateReader(), TextAnalyzer.ForLanguage("ru").CreateReader());

    private static string StemOf((TokenReader English, TokenReader Russian) readers, string word)
    {
        TokenReader reader = IsCyrillic(word) ? readers.Russian : readers.English;
        reader.Reset(word);
        ReadOnlySpan<byte> stem = reader.Next() ? reader.Term(TermForm.Word) : default;
        int mark = stem.IndexOf((byte)' '); // of the language
        return Encoding.UTF8.GetString(mark < 0 ? stem : stem[..mark]);
    }
}
