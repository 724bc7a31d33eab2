using System.Runtime.CompilerServices;

namespace SearchService.Analysis.Stemming;

/// <summary>Remembers the stems of the words met last: direct mapped, of fixed size, for words of up to 16 bytes.</summary>
internal sealed class StemCache
{
    /// <summary>The longest word that is remembered, in bytes.</summary>
    public const int LongestWord = TermHead.LengthInBytes;

    private const int EntryBits = 12;
    private const ulong Multiplier = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: Fibonacci hashing

    private readonly Entry[] _entries = new Entry[1 << EntryBits];

    /// <summary>Stems a word.</summary>
    /// <param name="word">At most <see cref="LongestWord"/> lower-case ASCII letters and apostrophes, at least one.</param>
    /// <returns>The stem; valid until the next call.</returns>
    public ReadOnlySpan<byte> Stem(ReadOnlySpan<byte> word)
    {
        var head = TermHead.Of(word); // no word holds a zero
        ulong hash = (head.First ^ (head.Second << 1)) * Multiplier;
        ref Entry entry = ref _entries[hash >> (64 - EntryBits)];
        if (entry.Word != head)
        {
            entry.Word = head;
            word.CopyTo(entry.Stem);
            entry.Length = EnglishStemmer.Stem(((Span<byte>)entry.Stem)[..word.Length]);
        }

        return ((ReadOnlySpan<byte>)entry.Stem)[..entry.Length];
    }

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private byte _first;
    }

    private struct Entry
    {
        public TermHead Word;
        public Letters Stem;
        public int Length;
    }
}
