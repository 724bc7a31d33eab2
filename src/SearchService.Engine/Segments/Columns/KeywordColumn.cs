using System.Text;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Columns;

/// <summary>
/// A keyword field in a segment: its sorted values, the ordinals of each document, and the documents of each value.
/// </summary>
/// <remarks>
/// Thread-safe; spans are valid while the snapshot is held. Deleted documents are included everywhere. An ordinal is a
/// value's place among the values sorted by bytes. See <see cref="KeywordColumnFormat"/>.
/// </remarks>
public sealed class KeywordColumn
{
    /// <summary>The most values that sets are kept of.</summary>
    public const int MaxSets = 64;

    private readonly IndexInput _input;
    private readonly long _valueOffsets;
    private readonly long _documentStarts;
    private readonly long _documents;
    private readonly long _ordinalStarts;
    private readonly long _ordinals;
    private readonly long _values;

    // Made twice by two threads it is the same.
    private BitSet[]? _sets;

    internal KeywordColumn(IndexInput input, ColumnExtent extent, int documentCount)
    {
        _input = input;
        DocumentCount = documentCount;
        ReadOnlySpan<uint> header = input.Slice<uint>(extent.Start, KeywordColumnFormat.HeaderLength / sizeof(uint));
        long valueCount = header[0];
        PairCount = (int)Math.Min(header[2], int.MaxValue);
        IsMultiValued = header[1] == 1;
        MissingCount = (int)Math.Min(header[3], int.MaxValue);
        if (header[1] > 1 || header[2] > int.MaxValue || valueCount > header[2] || header[3] > documentCount)
        {
            throw input.Corrupt(extent.Start, $"a keyword column of {documentCount} documents with no more values than pairs");
        }

        ValueCount = (int)valueCount;
        OrdinalLength = KeywordColumnFormat.OrdinalLength(ValueCount);
        _valueOffsets = extent.Start + KeywordColumnFormat.HeaderLength;
        _documentStarts = _valueOffsets + ((valueCount + 1) * sizeof(uint));
        _documents = _documentStarts + ((valueCount + 1) * sizeof(uint));
        _ordinalStarts = _documents + (PairCount * (long)sizeof(uint));
        _ordinals = _ordinalStarts + (IsMultiValued ? (documentCount + 1L) * sizeof(uint) : 0);
        _values = (_ordinals + (OrdinalCount * (long)OrdinalLength) + 3) & ~3L;
        if (_values > extent.Start + extent.Length || extent.Start + extent.Length > input.End)
        {
            throw input.Corrupt(extent.Start, $"a column of {extent.Length} bytes that holds {valueCount} values and {PairCount} pairs");
        }

        uint valueBytes = input.Slice<uint>(_valueOffsets, valueCount + 1)[ValueCount];
        if (_values + valueBytes != extent.Start + extent.Length)
        {
            throw input.Corrupt(_valueOffsets, $"offsets of values that end with the column, {extent.Length} bytes long");
        }
    }

    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount { get; }

    /// <summary>How many distinct values there are; ordinals go from 0 to one less.</summary>
    public int ValueCount { get; }

    /// <summary>How many pairs of a document and one of its values there are.</summary>
    public int PairCount { get; }

    /// <summary>How many documents have no value.</summary>
    public int MissingCount { get; }

    /// <summary>The ordinal a document without a value has in a single-valued column: <see cref="ValueCount"/>.</summary>
    public int MissingOrdinal => ValueCount;

    /// <summary>Whether any document has two values; then ordinals are found by <see cref="OrdinalStarts"/>.</summary>
    public bool IsMultiValued { get; }

    /// <summary>How many bytes an ordinal takes: 1, 2 or 4, which says which of the three spans to read.</summary>
    public int OrdinalLength { get; }

    /// <summary>The ordinals as bytes; only when <see cref="OrdinalLength"/> is 1. One per document, or per pair if multi-valued.</summary>
    public ReadOnlySpan<byte> ByteOrdinals => Ordinals<byte>(1);

    /// <summary>The ordinals as 16-bit numbers; only when <see cref="OrdinalLength"/> is 2.</summary>
    public ReadOnlySpan<ushort> UInt16Ordinals => Ordinals<ushort>(2);

    /// <summary>The ordinals as 32-bit numbers; only when <see cref="OrdinalLength"/> is 4.</summary>
    public ReadOnlySpan<int> Int32Ordinals => Ordinals<int>(4);

    /// <summary>Where each document's ordinals begin, one more than documents; empty unless multi-valued.</summary>
    public ReadOnlySpan<int> OrdinalStarts => IsMultiValued ? _input.Slice<int>(_ordinalStarts, DocumentCount + 1L) : [];

    private int OrdinalCount => IsMultiValued ? PairCount : DocumentCount;

    /// <summary>The bytes of a value.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    /// <exception cref="CorruptIndexException">The columns file is damaged here.</exception>
    public ReadOnlySpan<byte> Value(int ordinal)
    {
        ReadOnlySpan<uint> offsets = _input.Slice<uint>(_valueOffsets, ValueCount + 1L);
        uint start = offsets[ordinal];
        return _input.Slice(_values + start, (long)offsets[ordinal + 1] - start);
    }

    /// <summary>A value as text.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    public string Text(int ordinal) => Encoding.UTF8.GetString(Value(ordinal));

    /// <summary>Looks a value up.</summary>
    /// <param name="value">Its bytes.</param>
    /// <param name="ordinal">Its ordinal, or that of the next value above.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryFindOrdinal(ReadOnlySpan<byte> value, out int ordinal)
    {
        int low = 0;
        int high = ValueCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int order = Value(middle).SequenceCompareTo(value);
            if (order == 0)
            {
                ordinal = middle;
                return true;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        ordinal = low;
        return false;
    }

    /// <summary>The documents of each value, and last those without one, as bit sets; null when there are more than <see cref="MaxSets"/> values.</summary>
    /// <remarks>Made at the first use and kept: at most 65 bits a document. What they say is read from <see cref="DocumentsOf"/>.</remarks>
    /// <exception cref="CorruptIndexException">The columns file is damaged.</exception>
    public IReadOnlyList<BitSet>? Sets => ValueCount <= MaxSets ? _sets ??= MakeSets() : null;

    /// <summary>How many documents have a value.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    public int Count(int ordinal) => DocumentsOf(ordinal).Length;

    /// <summary>The documents that have a value, ascending.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    /// <exception cref="CorruptIndexException">The columns file is damaged here.</exception>
    public ReadOnlySpan<int> DocumentsOf(int ordinal)
    {
        ReadOnlySpan<uint> starts = _input.Slice<uint>(_documentStarts, ValueCount + 1L);
        uint start = starts[ordinal];
        uint end = starts[ordinal + 1];
        if (start > end || end > PairCount)
        {
            throw _input.Corrupt(_documentStarts + (ordinal * (long)sizeof(uint)), $"starts that ascend up to {PairCount}");
        }

        return _input.Slice<int>(_documents + (start * (long)sizeof(uint)), end - start);
    }

    /// <summary>The first ordinal of a document, or <see cref="MissingOrdinal"/>.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    public int FirstOrdinal(int doc)
    {
        if (!IsMultiValued)
        {
            return OrdinalAt(doc);
        }

        ReadOnlySpan<int> starts = OrdinalStarts;
        return starts[doc + 1] > starts[doc] ? OrdinalAt(starts[doc]) : MissingOrdinal;
    }

    /// <summary>Lists the ordinals of a document, ascending.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    /// <param name="ordinals">Cleared and filled.</param>
    public void OrdinalsOf(int doc, List<int> ordinals)
    {
        ordinals.Clear();
        if (IsMultiValued)
        {
            ReadOnlySpan<int> starts = OrdinalStarts;
            for (int at = starts[doc]; at < starts[doc + 1]; at++)
            {
                ordinals.Add(OrdinalAt(at));
            }
        }
        else if (OrdinalAt(doc) is int ordinal && ordinal < ValueCount)
        {
            ordinals.Add(ordinal);
        }
    }

    /// <summary>The ordinal at a place: a doc id, or, if multi-valued, a place that <see cref="OrdinalStarts"/> gives.</summary>
    /// <param name="at">The place.</param>
    public int OrdinalAt(int at) => OrdinalLength switch
    {
        1 => ByteOrdinals[at],
        2 => UInt16Ordinals[at],
        _ => Int32Ordinals[at],
    };

    private ReadOnlySpan<T> Ordinals<T>(int length)
        where T : unmanaged =>
        length == OrdinalLength
            ? _input.Slice<T>(_ordinals, OrdinalCount)
            : throw new InvalidOperationException($"This column's ordinals are {OrdinalLength} bytes long, not {length}.");

    private BitSet[] MakeSets()
    {
        var sets = new BitSet[ValueCount + 1];
        var without = new BitSet(DocumentCount);
        without.Fill();

        for (int ordinal = 0; ordinal < ValueCount; ordinal++)
        {
            sets[ordinal] = new BitSet(DocumentCount);
            foreach (int document in DocumentsOf(ordinal))
            {
                if ((uint)document >= (uint)DocumentCount)
                {
                    throw _input.Corrupt(_documents, $"documents below {DocumentCount}, but found {document}");
                }

                sets[ordinal].Set(document);
            }

            without.AndNot(sets[ordinal]);
        }

        sets[ValueCount] = without;
        return sets;
    }
}
