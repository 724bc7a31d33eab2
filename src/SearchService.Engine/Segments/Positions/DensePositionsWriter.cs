using System.Runtime.InteropServices;
using SearchService.Engine.Kernels;
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
    private long _last;

    /// <summary>Begins a list.</summary>
    /// <param name="lowBits">As <see cref="DensePositionsFormat.LowBits"/> says.</param>
    public void Begin(int lowBits)
    {
        _lowBits = lowBits;
        _chunk = 0;
        _last = -1;
        _offsets.Clear();
        _chunks.Clear();
    }

    /// <summary>Adds a position.</summary>
    /// <param name="position">In the field's space, above the one before.</param>
    public void Add(long position)
    {
        if (position <= _last)
        {
            throw new ArgumentException($"Position {position} after {_last}: a document's positions are below its length.", nameof(position));
        }

        _last = position;
        long chunk = position >> (_lowBits + EliasFano.BucketBits);
        while (_chunk < chunk)
        {
            EndChunk();
        }

        _positions.Add((int)(position - (chunk << (_lowBits + EliasFano.BucketBits))));
    }

    /// <summary>Ends the list.</summary>
    /// <param name="space">The size of the field's position space.</param>
    /// <param name="output">The positions file, at a multiple of 4.</param>
    public void End(long space, IndexOutput output)
    {
        long chunks = (space + (1L << (_lowBits + EliasFano.BucketBits)) - 1) >> (_lowBits + EliasFano.BucketBits);
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

        _chunks.Append(EliasFano.Padding).Clear();
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

        EliasFano.Write(CollectionsMarshal.AsSpan(_positions), _lowBits, _chunks.Append(EliasFano.BytesFor(_positions.Count, _lowBits)));
        _positions.Clear();
    }
}
