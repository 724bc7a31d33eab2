using System.Diagnostics.CodeAnalysis;
using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Quotations.Verification.Differences;

/// <summary>Numbers words, so that texts are compared by numbers: two have the same number when the query language's quotation marks hold them for equal.</summary>
/// <remarks>For one thread. What it has numbered stays.</remarks>
internal sealed class WordNumbers
{
    /// <summary>Of a word that has no number.</summary>
    public const int None = -1;

    private readonly Dictionary<byte[], int> _written = new(TermComparer.Instance);
    private readonly Dictionary<byte[], int> _stems = new(TermComparer.Instance);
    private readonly Dictionary<TextAnalyzer, TokenReader> _readers = [];

    /// <summary>More than any number given.</summary>
    public int Count => _written.Count;

    /// <summary>Reads a text's words.</summary>
    /// <param name="text">Any.</param>
    /// <param name="numbersNew">Whether words that were in no text before get numbers.</param>
    public TextWords Read(string text, bool numbersNew)
    {
        TextWords words = new(text);
        TokenReader reader = ReaderOf(TextAnalyzer.Plain);
        reader.Reset(text);
        while (reader.Next())
        {
            words.Add(new TextSpan(reader.Start, reader.End), NumberOf(_written, reader.Term(TermForm.Written), numbersNew));
        }

        return words;
    }

    /// <summary>Numbers of the stems of some words of a text, by the rules of its language.</summary>
    /// <param name="words">The text.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="language">ISO 639-1, or null.</param>
    public int[] Stems(TextWords words, int first, int count, string? language)
    {
        int[] stems = new int[count];
        TokenReader reader = ReaderOf(TextAnalyzer.ForLanguage(language));
        for (int i = 0; i < count; i++)
        {
            TextSpan span = words[first + i];
            reader.Reset(words.Text.Substring(span.Start, span.Length));
            stems[i] = reader.Next() ? NumberOf(_stems, reader.Term(TermForm.Word), numbersNew: true) : None;
        }

        return stems;
    }

    private static int NumberOf(Dictionary<byte[], int> numbers, ReadOnlySpan<byte> term, bool numbersNew)
    {
        var known = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(term, out int number))
        {
            return number;
        }

        if (!numbersNew)
        {
            return None;
        }

        number = numbers.Count;
        numbers.Add(term.ToArray(), number);
        return number;
    }

    private TokenReader ReaderOf(TextAnalyzer analyzer)
    {
        if (!_readers.TryGetValue(analyzer, out TokenReader? reader))
        {
            _readers.Add(analyzer, reader = analyzer.CreateReader());
        }

        return reader;
    }

    private sealed class TermComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static TermComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            HashCode hash = default;
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
