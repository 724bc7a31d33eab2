using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Columns;

/// <summary>A number field in a segment: at most one 64-bit integer per document.</summary>
/// <remarks>
/// Thread-safe; spans are valid while the snapshot is held. Deleted documents are included. See <see cref="NumberColumnFormat"/>.
/// </remarks>
public sealed class NumberColumn
{
    private readonly IndexInput _input;
    private readonly long _present; // 0 when every document has a value
    private readonly long _packed;
    private readonly int _width;

    internal NumberColumn(IndexInput input, ColumnExtent extent, int documentCount)
    {
        _input = input;
        DocumentCount = documentCount;
        ByteReader header = input.Reader(extent.Start, NumberColumnFormat.HeaderLength);
        Min = header.ReadInt64();
        Max = header.ReadInt64();
        uint width = header.ReadUInt32();
        uint missing = header.ReadUInt32();
        if (width is > PackedBits.MaxWidth and not 64 || missing > documentCount || Min > Max)
        {
            throw input.Corrupt(extent.Start, $"a number column of {documentCount} documents");
        }

        _width = (int)width;
        MissingCount = (int)missing;
        long at = extent.Start + NumberColumnFormat.HeaderLength;
        if (missing > 0)
        {
            _present = at;
            at += BitSet.WordsFor(documentCount) * (long)sizeof(ulong);
        }

        _packed = at;
        long end = at + PackedBits.BytesFor(documentCount, _width);
        if (end != extent.Start + extent.Length || end > input.End)
        {
            throw input.Corrupt(extent.Start, $"a number column of {extent.Length} bytes");
        }
    }

    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount { get; }

    /// <summary>How many documents have no value.</summary>
    public int MissingCount { get; }

    /// <summary>The least value; 0 when there is none.</summary>
    public long Min { get; }

    /// <summary>The largest value; 0 when there is none.</summary>
    public long Max { get; }

    /// <summary>Which documents have a value, a bit each, the lowest doc id in the lowest bit; empty when all have one.</summary>
    public ReadOnlySpan<ulong> Present => _present == 0 ? [] : _input.Slice<ulong>(_present, BitSet.WordsFor(DocumentCount));

    private ReadOnlySpan<byte> Packed => _input.Slice(_packed, PackedBits.BytesFor(DocumentCount, _width));

    /// <summary>The value of a document, if it has one.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    /// <param name="value">The value, or 0.</param>
    /// <returns>Whether it has one.</returns>
    public bool TryGet(int doc, out long value)
    {
        if (!Has(doc))
        {
            value = 0;
            return false;
        }

        value = _width == 0 ? Min : unchecked(Min + (long)PackedBits.Get(Packed, _width, doc));
        return true;
    }

    /// <summary>Whether a document has a value.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    public bool Has(int doc)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)doc, (uint)DocumentCount, nameof(doc));
        return _present == 0 || (Present[doc >> 6] & (1UL << doc)) != 0;
    }

    /// <summary>Clears the bit of each document whose value doesn't lie in a range, or that has none, for a run of documents.</summary>
    /// <param name="least">The least value that counts.</param>
    /// <param name="most">The largest value that counts.</param>
    /// <param name="firstDoc">The first document; a multiple of 64. It has the lowest bit of the first word.</param>
    /// <param name="words">64 documents a word; no document past the last has its bit set.</param>
    public void KeepRange(long least, long most, int firstDoc, Span<ulong> words)
    {
        if (least > most || least > Max || most < Min || MissingCount == DocumentCount)
        {
            words.Clear();
            return;
        }

        ReadOnlySpan<ulong> present = Present;
        ReadOnlySpan<byte> packed = Packed;

        // Compared as distances from Min, without a sign: one comparison for both ends.
        ulong from = unchecked((ulong)(Math.Max(least, Min) - Min));
        ulong span = unchecked((ulong)(Math.Min(most, Max) - Min)) - from;
        for (int word = 0; word < words.Length; word++)
        {
            ulong kept = 0;
            for (ulong left = present.IsEmpty || words[word] == 0 ? words[word] : words[word] & present[(firstDoc >> 6) + word]; left != 0; left &= left - 1)
            {
                int bit = BitOperations.TrailingZeroCount(left);
                ulong value = _width == 0 ? 0 : PackedBits.Get(packed, _width, firstDoc + (word << 6) + bit);
                kept |= (value - from <= span ? 1UL : 0UL) << bit;
            }

            words[word] = kept;
        }
    }
}
