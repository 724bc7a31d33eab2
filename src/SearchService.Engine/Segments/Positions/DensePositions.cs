using System.Buffers.Binary;
using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>Reads a dense list; see <see cref="DensePositionsFormat"/>. Valid while its segment is open.</summary>
internal readonly ref struct DensePositions
{
    private readonly IndexInput _input;
    private readonly long _start;
    private readonly ReadOnlySpan<uint> _offsets;
    private readonly ReadOnlySpan<byte> _bytes; // from the list's start to the end of its padding
    private readonly int _lowBits;

    /// <summary>Opens a list.</summary>
    /// <param name="input">The positions file.</param>
    /// <param name="start">Where the list begins.</param>
    /// <param name="space">The size of the field's position space.</param>
    /// <exception cref="CorruptIndexException">This can't be a dense list.</exception>
    public DensePositions(IndexInput input, long start, long space)
    {
        _input = input;
        _start = start;
        uint lowBits = input.Slice<uint>(start, 2)[1];
        if (lowBits > DensePositionsFormat.MaxLowBits)
        {
            throw input.Corrupt(start, $"positions of at most {DensePositionsFormat.MaxLowBits} low bits, but found {lowBits}");
        }

        _lowBits = (int)lowBits;
        long chunks = (space + (1L << ChunkBits) - 1) >> ChunkBits;
        _offsets = input.Slice<uint>(start + DensePositionsFormat.HeaderLength, chunks + 1);
        _bytes = input.Slice(start, (long)_offsets[^1] + DensePositionsFormat.Padding);
    }

    /// <summary>The length of a chunk in places, as a power of two; at most 16.</summary>
    public int ChunkBits => _lowBits + DensePositionsFormat.BucketBits;

    /// <summary>Whether the term is at a position.</summary>
    /// <param name="position">Any number; outside the space nothing is.</param>
    public bool Contains(long position)
    {
        if (!TryFind(position >> ChunkBits, out int at, out int end))
        {
            return false;
        }

        int bucket = (int)(position >> _lowBits) & ((1 << DensePositionsFormat.BucketBits) - 1);
        ulong buckets = WordAt(at + ((bucket >> 6) * sizeof(ulong)));
        if (((buckets >> bucket) & 1) == 0)
        {
            return false;
        }

        int bucketsBefore = BitOperations.PopCount(buckets & ((1UL << bucket) - 1)) + (bucket < 64 ? 0 : BitOperations.PopCount(WordAt(at)));
        int low = (int)position & ((1 << _lowBits) - 1);
        for (int i = bucketsBefore == 0 ? 0 : LastOfBucket(at, bucketsBefore - 1) + 1; ; i++)
        {
            int found = LowBitsOf(end, i);
            if (found >= low || IsLast(at, i))
            {
                return found == low;
            }
        }
    }

    /// <summary>How many positions a chunk has.</summary>
    /// <param name="chunk">The number of a chunk; outside the space there is nothing.</param>
    public int CountOf(long chunk)
    {
        if (!TryFind(chunk, out int at, out _))
        {
            return 0;
        }

        int count = LastOfBucket(at, BitOperations.PopCount(WordAt(at)) + BitOperations.PopCount(WordAt(at + sizeof(ulong))) - 1) + 1;
        return count > 0 && count <= 1 << ChunkBits
            ? count
            : throw _input.Corrupt(_start + at, $"a chunk of 1 to {1 << ChunkBits} positions, but found {count}");
    }

    /// <summary>Lists the positions of a chunk, ascending, from the chunk's start.</summary>
    /// <param name="chunk">The number of a chunk.</param>
    /// <param name="positions">As long as <see cref="CountOf"/> says.</param>
    public void List(long chunk, Span<int> positions)
    {
        if (!TryFind(chunk, out int at, out int end))
        {
            return;
        }

        int i = 0;
        for (int half = 0; half < 2; half++)
        {
            // A bucket's bit goes with its last position, so that no branch depends on the data.
            ulong buckets = WordAt(at + (half * sizeof(ulong)));
            while (buckets != 0 && i < positions.Length)
            {
                int bucket = (half << 6) + BitOperations.TrailingZeroCount(buckets);
                positions[i] = (bucket << _lowBits) | LowBitsOf(end, i);
                buckets &= buckets - (IsLast(at, i) ? 1UL : 0);
                i++;
            }
        }
    }

    /// <summary>Sets a bit for each position of a chunk.</summary>
    /// <param name="chunk">The number of a chunk.</param>
    /// <param name="marks">A bit for each place of the chunk, all clear.</param>
    public void Mark(long chunk, Span<ulong> marks)
    {
        if (!TryFind(chunk, out int at, out int end))
        {
            return;
        }

        int i = 0;
        for (int half = 0; half < 2; half++)
        {
            ulong buckets = WordAt(at + (half * sizeof(ulong)));
            while (buckets != 0)
            {
                int position = (((half << 6) + BitOperations.TrailingZeroCount(buckets)) << _lowBits) | LowBitsOf(end, i);
                marks[position >> 6] |= 1UL << position;
                buckets &= buckets - (IsLast(at, i) ? 1UL : 0);
                i++;
            }
        }
    }

    private bool TryFind(long chunk, out int at, out int end)
    {
        if ((ulong)chunk >= (ulong)(_offsets.Length - 1))
        {
            at = end = 0;
            return false;
        }

        uint from = _offsets[(int)chunk];
        uint to = _offsets[(int)chunk + 1];
        at = (int)from;
        end = (int)to;
        if (from == to)
        {
            return false;
        }

        return from < to && to <= _bytes.Length - DensePositionsFormat.Padding && to - from > DensePositionsFormat.BucketBytes
            ? true
            : throw _input.Corrupt(_start, $"chunks that ascend within {_bytes.Length} bytes, but found one from {from} to {to}");
    }

    // The number of the last position in the bucket of that rank among those that hold some.
    private int LastOfBucket(int at, int rank)
    {
        for (int i = 0; ; i += 64)
        {
            ulong lasts = WordAt(at + DensePositionsFormat.BucketBytes + (i >> 3));
            int count = BitOperations.PopCount(lasts);
            if (rank < count)
            {
                return i + BitKernels.Select(lasts, rank);
            }

            rank -= count;
        }
    }

    private bool IsLast(int at, int i)
    {
        int index = at + DensePositionsFormat.BucketBytes + (i >> 3);
        return (uint)index < (uint)_bytes.Length ? ((_bytes[index] >> (i & 7)) & 1) != 0 : throw Beyond();
    }

    private int LowBitsOf(int end, int i)
    {
        long bit = (end * 8L) - ((i + 1L) * _lowBits);
        return (int)(WordAt((int)(bit >> 3)) >> (int)(bit & 7)) & ((1 << _lowBits) - 1);
    }

    private ulong WordAt(int at) => (uint)at <= (uint)(_bytes.Length - sizeof(ulong)) ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..]) : throw Beyond();

    private CorruptIndexException Beyond() => _input.Corrupt(_start, $"chunks that tell their ends within {_bytes.Length} bytes");
}
