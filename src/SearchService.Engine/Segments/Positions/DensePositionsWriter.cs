using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>Writes dense lists; see <see cref="DensePositionsFormat"/>. Reusable; not thread-safe.</summary>
internal sealed class DensePositionsWriter
{
    private readonly List<int> _positions = []; // of the present chunk, from its start
    private readonly List<uint> _offsets = [];
    private readonly ByteBuffer _chunks = new();
    private int _lowBits;
    private long _chunk;

    /// <summary>Begins a list.</summary>
    /// <param name="lowBits">As <see cref="DensePositionsFormat.LowBits"/> says.</param>
    public void Begin(int lowBits)
    {
        _lowBits = lowBits;
        _chunk = 0;
        _offsets.Clear();
        _chunks.Clear();
    }

    /// <summary>Adds a position.</summary>
    /// <param name="position">In the field's space, above the one before.</param>
    public void Add(long position)
    {
        long chunk = position >> (_lowBits + DensePositionsFormat.BucketBits);
        while (_chunk < chunk)
        {
            EndChunk();
        }

        _positions.Add((int)(position - (chunk << (_lowBits + DensePositionsFormat.BucketBits))));
    }

    /// <summary>Ends the list.</summary>
    /// <param name="space">The size of the field's position space.</param>
    /// <param name="output">The positions file, at a multiple of 4.</param>
    public void End(long space, IndexOutput output)
    {
        long chunks = (space + (1L << (_lowBits + DensePositionsFormat.BucketBits)) - 1) >> (_lowBits + DensePositionsFormat.BucketBits);
        while (_chunk < chunks)
        {
            EndChunk();
        }

        _offsets.Add((uint)_chunks.Length);
        output.WriteUInt32(DensePositionsFormat.Mark);
        output.WriteUInt32((uint)_lowBits);
        uint before = (uint)(DensePositionsFormat.HeaderLength + (_offsets.Count * sizeof(uint)));
        foreach (uint offset in _offsets)
        {
            output.WriteUInt32(before + offset);
        }

        _chunks.Append(DensePositionsFormat.Padding).Clear();
        output.WriteBytes(_chunks.Bytes);
    }

    private void EndChunk()
    {
        _offsets.Add((uint)_chunks.Length);
        _chunk++;
        if (_positions.Count == 0)
        {
            return;
        }

        int count = _positions.Count;
        Span<byte> bytes = _chunks.Append(DensePositionsFormat.BucketBytes + (int)(((count * (1L + _lowBits)) + 7) / 8));
        bytes.Clear();
        int bit = bytes.Length * 8;
        for (int i = 0; i < count; i++)
        {
            int bucket = _positions[i] >> _lowBits;
            SetBits(bytes, bucket, 1);
            bool isLast = i + 1 == count || _positions[i + 1] >> _lowBits != bucket;
            SetBits(bytes, (DensePositionsFormat.BucketBytes * 8) + i, isLast ? 1 : 0);
            bit -= _lowBits;
            SetBits(bytes, bit, _positions[i] & ((1 << _lowBits) - 1));
        }

        _positions.Clear();
    }

    // At most nine bits, so they are in two bytes or, if they begin late in the first, in one more than that at most.
    private static void SetBits(Span<byte> bytes, int at, int value)
    {
        for (int shifted = value << (at & 7), i = at >> 3; shifted != 0; shifted >>= 8, i++)
        {
            bytes[i] |= (byte)shifted;
        }
    }
}
