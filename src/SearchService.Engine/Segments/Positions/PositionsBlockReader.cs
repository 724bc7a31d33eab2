using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>Reads any run of a term's position list, decoding the blocks it touches and keeping the last one.</summary>
/// <remarks>Reusable; not thread-safe; allocates nothing after construction.</remarks>
/// <param name="input">The positions file.</param>
/// <param name="room">At least 128 places, the reader's as long as it is used.</param>
internal sealed class PositionsBlockReader(IndexInput input, int[] room)
{
    private const int FewPositions = 12;

    private readonly int[] _gaps = room;
    private long _start;
    private long _block;  // decoded in _gaps, or −1
    private int _count;   // gaps in it

    /// <summary>How many positions the term has in all.</summary>
    public long PositionCount { get; private set; }

    private long FullBlocks => PositionCount / PositionsFormat.BlockLength;

    /// <summary>Turns to another term.</summary>
    /// <param name="entry">The term.</param>
    public void Reset(in TermEntry entry)
    {
        _start = entry.Positions;
        PositionCount = entry.TotalFrequency;
        _block = -1;
        _count = 0;
    }

    /// <summary>Reads the positions of one document.</summary>
    /// <param name="ordinal">Where they begin in the term's list.</param>
    /// <param name="positions">As long as the document's frequency.</param>
    /// <exception cref="CorruptIndexException">The list isn't what the format says.</exception>
    public void Read(long ordinal, Span<int> positions)
    {
        if (ordinal > PositionCount - positions.Length)
        {
            throw input.Corrupt(_start, $"{PositionCount} positions of a term, but its frequencies add up to more");
        }

        long block = ordinal / PositionsFormat.BlockLength;
        int within = (int)(ordinal % PositionsFormat.BlockLength);
        int position = 0;
        int filled = 0;
        while (filled < positions.Length)
        {
            Load(block++);
            ReadOnlySpan<int> gaps = _gaps.AsSpan(within, Math.Min(_count - within, positions.Length - filled));
            within = 0;
            bool first = filled == 0;
            bool ascends = gaps.Length < FewPositions
                ? TryAddFew(first, position, gaps, positions[filled..])
                : RunningSums.TryAddUp(position, gaps, positions[filled..]) && !gaps[(first ? 1 : 0)..].Contains(0);
            if (!ascends)
            {
                throw input.Corrupt(_start, "positions of a document that ascend");
            }

            filled += gaps.Length;
            position = positions[filled - 1];
        }
    }

    /// <summary>Reads the positions of one document, added to where it begins.</summary>
    /// <param name="ordinal">Where they begin in the term's list.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="positions">As long as the document's frequency.</param>
    /// <exception cref="CorruptIndexException">The list isn't what the format says.</exception>
    public void ReadFrom(long ordinal, long start, Span<long> positions)
    {
        if (ordinal > PositionCount - positions.Length)
        {
            throw CorruptCount(positions.Length);
        }

        int within = (int)(ordinal % PositionsFormat.BlockLength);
        Load(ordinal / PositionsFormat.BlockLength);
        for (int i = 0; i < positions.Length; i++)
        {
            if (within == _count)
            {
                Load(_block + 1);
                within = 0;
            }

            start += _gaps[within++];
            positions[i] = start;
        }
    }

    /// <summary>The exception for a document whose frequency isn't the count of its positions.</summary>
    /// <param name="frequency">The frequency it claims.</param>
    public CorruptIndexException CorruptCount(int frequency) =>
        input.Corrupt(_start, $"as many positions in a document as its frequency, {frequency}, of {PositionCount} in all");

    // Most words occur a few times in a text: for those a plain loop is fastest.
    private static bool TryAddFew(bool first, int position, ReadOnlySpan<int> gaps, Span<int> positions)
    {
        for (int i = 0; i < gaps.Length; i++)
        {
            int next = unchecked(position + gaps[i]);
            if (next < position || (gaps[i] == 0 && !(first && i == 0)))
            {
                return false;
            }

            position = next;
            positions[i] = position;
        }

        return true;
    }

    private void Load(long block)
    {
        if (block == _block)
        {
            return;
        }

        _block = -1;
        long at = _start;
        if (FullBlocks > 0)
        {
            at += input.Slice<uint>(_start, FullBlocks + 1)[(int)block];
        }

        var reader = new ByteReader(input.From(at), input, at);
        if (block < FullBlocks)
        {
            PatchedPacking.Read(ref reader, _gaps);
            _count = PositionsFormat.BlockLength;
        }
        else
        {
            _count = (int)(PositionCount - (FullBlocks * PositionsFormat.BlockLength));
            RicePacking.Read(ref reader, _gaps.AsSpan(0, _count));
        }

        _block = block;
    }
}
