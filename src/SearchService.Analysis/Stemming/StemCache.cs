using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchService.Analysis.Stemming;

/// <summary>Remembers the stems of the words met last: direct mapped, of fixed size, for words of up to 16 bytes.</summary>
internal sealed class StemCache
{
    /// <summary>The longest word that is remembered, in bytes.</summary>
    public const int LongestWord = 16;

    private const int EntryBits = 12;
    private const ulong Multiplier = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: Fibonacci hashing

    private readonly Entry[] _entries = new Entry[1 << EntryBits];

    /// <summary>Stems a word.</summary>
    /// <param name="word">At most <see cref="LongestWord"/> lower-case ASCII letters and apostrophes, at least one.</param>
    /// <returns>The stem; valid until the next call.</returns>
    public ReadOnlySpan<byte> Stem(ReadOnlySpan<byte> word)
    {
        (ulong low, ulong high) = KeyOf(word);
        ulong hash = (low ^ (high << 1)) * Multiplier;
        ref Entry entry = ref _entries[hash >> (64 - EntryBits)];
        if (entry.Low != low || entry.High != high)
        {
            entry.Low = low;
            entry.High = high;
            word.CopyTo(entry.Stem);
            entry.Length = EnglishStemmer.Stem(((Span<byte>)entry.Stem)[..word.Length]);
        }

        return ((ReadOnlySpan<byte>)entry.Stem)[..entry.Length];
    }

    /// <summary>A word's bytes as two numbers, padded with 0, which no word holds.</summary>
    private static (ulong Low, ulong High) KeyOf(ReadOnlySpan<byte> word)
    {
        const int half = sizeof(ulong);
        int length = word.Length;
        if (length >= half)
        {
            // The last eight bytes overlap the first; the shift leaves what is new.
            ulong last = BinaryPrimitives.ReadUInt64LittleEndian(word[(length - half)..]);
            ulong high = length == half ? 0 : last >> ((LongestWord - length) * 8);
            return (BinaryPrimitives.ReadUInt64LittleEndian(word), high);
        }

        if (length >= sizeof(uint))
        {
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(word[(length - sizeof(uint))..]);
            return (BinaryPrimitives.ReadUInt32LittleEndian(word) | (last << ((length - sizeof(uint)) * 8)), 0);
        }

        return (length == 0 ? 0 : word[0] | ((ulong)word[length / 2] << (length / 2 * 8)) | ((ulong)word[length - 1] << ((length - 1) * 8)), 0);
    }

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private byte _first;
    }

    private struct Entry
    {
        public ulong Low;
        public ulong High;
        public Letters Stem;
        public int Length;
    }
}
