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
        if (lowBits > EliasFano.MaxLowBits)
        {
            throw input.Corrupt(start, $"positions of at most {EliasFano.MaxLowBits} low bits, but found {lowBits}");
        }

        _lowBits = (int)lowBits;
        long chunks = (space + (1L << ChunkBits) - 1) >> ChunkBits;
        _offsets = input.Slice<uint>(start + DensePositionsFormat.HeaderLength, chunks + 1);
        _bytes = input.Slice(start, (long)_offsets[^1] + EliasFano.Padding);
    }

    /// <summary>The length of a chunk in places, as a power of two; at most 16.</summary>
    public int ChunkBits => _lowBits + EliasFano.BucketBits;

    /// <summary>How many chunks the space has.</summary>
    public int ChunkCount => _offsets.Length - 1;

    /// <summary>Keeps of many places those where the term is.</summary>
    /// <param name="places">Any numbers; those that are kept come first, in their order.</param>
    /// <param name="shift">Added to each before it is looked up.</param>
    /// <returns>How many are kept.</returns>
    public int Keep(Span<long> places, long shift) =>
        EliasFano.Keep(_bytes, _offsets, _lowBits, places, shift) is >= 0 and var kept ? kept : throw NoCode(-1);

    /// <summary>How many positions a chunk has.</summary>
    /// <param name="chunk">The number of a chunk; outside the space there is nothing.</param>
    public int CountOf(long chunk)
    {
        ReadOnlySpan<byte> code = Chunk(chunk);
        return code.IsEmpty ? 0 : EliasFano.Count(code, _lowBits) is > 0 and var count ? count : throw NoCode(chunk);
    }

    /// <summary>Lists the positions of a chunk, ascending, from the chunk's start.</summary>
    /// <param name="chunk">The number of a chunk.</param>
    /// <param name="positions">As long as <see cref="CountOf"/> says.</param>
    public void List(long chunk, Span<int> positions)
    {
        if (positions.Length > 0)
        {
            EliasFano.List(Chunk(chunk), _lowBits, positions);
        }
    }

    private ReadOnlySpan<byte> Chunk(long chunk)
    {
        if ((ulong)chunk >= (ulong)(_offsets.Length - 1))
        {
            return [];
        }

        uint from = _offsets[(int)chunk];
        uint to = _offsets[(int)chunk + 1];
        return from == to ? []
            : from < to && to <= (uint)(_bytes.Length - EliasFano.Padding) ? _bytes.Slice((int)from, (int)(to - from) + EliasFano.Padding)
            : throw NoCode(chunk);
    }

    private CorruptIndexException NoCode(long chunk) => _input.Corrupt(_start, $"a dense list of {_bytes.Length} bytes, but {(chunk < 0 ? "a chunk" : $"chunk {chunk}")} can't be read");
}
