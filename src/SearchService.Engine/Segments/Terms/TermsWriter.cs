using System.Buffers.Binary;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Terms;

/// <summary>Writes one term dictionary after another; see <see cref="TermsFormat"/>.</summary>
internal sealed class TermsWriter(IndexOutput output)
{
    private readonly TermEntry[] _entries = new TermEntry[TermsFormat.BlockLength];
    private readonly ulong[] _column = new ulong[TermsFormat.BlockLength];
    private readonly byte[] _last = new byte[TermsFormat.MaxTermLength];
    private readonly byte[] _first = new byte[TermsFormat.MaxTermLength]; // of the block
    private readonly ByteBuffer _terms = new();
    private readonly ByteBuffer _columns = new();
    private readonly ByteBuffer _header = new();
    private readonly ByteBuffer _index = new();
    private int _lastLength;
    private int _firstLength;
    private int _count; // in the block
    private int _termCount;
    private int _blockCount;
    private long _start = output.Position;

    /// <summary>Adds a term.</summary>
    /// <param name="term">1 to 255 bytes, above the one before.</param>
    /// <param name="entry">What is said of it; offsets don't descend.</param>
    /// <exception cref="ArgumentException">The term is out of order or too long.</exception>
    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        ReadOnlySpan<byte> last = _last.AsSpan(0, _lastLength);
        if (term.IsEmpty || term.Length > TermsFormat.MaxTermLength || (_termCount > 0 && term.SequenceCompareTo(last) <= 0))
        {
            throw new ArgumentException("Terms have 1 to 255 bytes and ascend, each once.", nameof(term));
        }

        int shared = _count == 0 ? 0 : term.CommonPrefixLength(last);
        if (_count == 0)
        {
            term.CopyTo(_first);
            _firstLength = term.Length;
        }

        _terms.WriteByte((byte)shared);
        _terms.WriteByte((byte)(term.Length - shared));
        _terms.WriteBytes(term[shared..]);
        term.CopyTo(_last);
        _lastLength = term.Length;
        _entries[_count++] = entry;
        _termCount++;
        if (_count == TermsFormat.BlockLength)
        {
            WriteBlock();
        }
    }

    /// <summary>Ends the present dictionary and begins the next.</summary>
    /// <returns>Where it is.</returns>
    public TermsExtent Finish()
    {
        if (_count > 0)
        {
            WriteBlock();
        }

        long index = output.Position;
        output.WriteBytes(_index.Bytes);
        var extent = new TermsExtent(_termCount, _blockCount, _start, index, _index.Length);
        _index.Clear();
        _termCount = 0;
        _blockCount = 0;
        _lastLength = 0;
        _start = output.Position;
        return extent;
    }

    private void WriteBlock()
    {
        ReadOnlySpan<TermEntry> entries = _entries.AsSpan(0, _count);
        uint singles = 0;
        long postingsBase = long.MaxValue;
        for (int i = 0; i < _count; i++)
        {
            if (entries[i].DocumentFrequency == 1)
            {
                singles |= 1u << i;
            }
            else
            {
                postingsBase = Math.Min(postingsBase, entries[i].Postings);
            }
        }

        postingsBase = postingsBase == long.MaxValue ? 0 : postingsBase;
        long positionsBase = entries[0].Positions;
        _header.Clear();
        _columns.Clear();
        _header.WriteByte((byte)_count);
        for (int column = 0; column < TermsFormat.Columns; column++)
        {
            for (int i = 0; i < _count; i++)
            {
                TermEntry entry = entries[i];
                bool single = entry.DocumentFrequency == 1;
                _column[i] = (ulong)(column switch
                {
                    0 => single ? entry.Postings : entry.DocumentFrequency - 1,
                    1 => entry.TotalFrequency - entry.DocumentFrequency,
                    2 => single ? 0 : entry.Postings - postingsBase,
                    _ => entry.Positions - positionsBase,
                });
            }

            _header.WriteByte((byte)AppendColumn(_column.AsSpan(0, _count)));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(_header.Append(sizeof(uint)), singles);
        _header.WriteVarUInt64((ulong)postingsBase);
        _header.WriteVarUInt64((ulong)positionsBase);

        _index.WriteVarUInt64((ulong)(_header.Length + _columns.Length + _terms.Length));
        _index.WriteByte((byte)_firstLength);
        _index.WriteBytes(_first.AsSpan(0, _firstLength));
        output.WriteBytes(_header.Bytes);
        output.WriteBytes(_columns.Bytes);
        output.WriteBytes(_terms.Bytes);
        _terms.Clear();
        _count = 0;
        _blockCount++;
    }

    private int AppendColumn(ReadOnlySpan<ulong> values)
    {
        ulong all = 0;
        foreach (ulong value in values)
        {
            all |= value;
        }

        int width = PackedBits.WidthOf(all);
        if (width > TermsFormat.MaxColumnWidth)
        {
            throw new InvalidOperationException($"A block of terms spans offsets of {width} bits; at most {TermsFormat.MaxColumnWidth} can be written.");
        }

        Span<byte> column = _columns.Append((int)PackedBits.BytesFor(values.Length, width));
        column.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            PackedBits.Set(column, width, i, values[i]);
        }

        return width;
    }
}
