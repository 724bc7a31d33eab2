using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>Reads the positions of one document after another from a dense list, keeping the chunk decoded last.</summary>
/// <remarks>Reusable; not thread-safe; allocates nothing once its rooms have grown.</remarks>
/// <param name="input">The positions file.</param>
/// <param name="space">The field's position space.</param>
internal sealed class DenseDocumentReader(IndexInput input, PositionSpace space)
{
    private int[] _values = []; // of the chunk, from its start
    private int _count;
    private long _chunk = -1;
    private long _start;

    /// <summary>Turns to another term.</summary>
    /// <param name="entry">A term whose positions are a dense list.</param>
    public void Reset(in TermEntry entry)
    {
        _start = entry.Positions;
        _chunk = -1;
    }

    /// <summary>Reads the positions of a document.</summary>
    /// <param name="document">A doc id.</param>
    /// <param name="positions">Filled with the positions, ascending; grown as needed.</param>
    /// <returns>How many there are; 0 when the document doesn't have the term.</returns>
    /// <exception cref="CorruptIndexException">The list is damaged here.</exception>
    public int Read(int document, ref int[] positions)
    {
        long start = space.StartOf(document);
        int length = space.LengthOf(document);
        var list = new DensePositions(input, _start, space.Size);
        int count = 0;
        for (long chunk = start >> list.ChunkBits; chunk << list.ChunkBits < start + length; chunk++)
        {
            Load(list, chunk);
            long offset = (chunk << list.ChunkBits) - start;
            ReadOnlySpan<int> values = _values.AsSpan(0, _count);
            values = offset < 0 ? values[BlockSearch.FirstNotBelow(values, (int)-offset)..] : values;
            values = values[..BlockSearch.FirstNotBelow(values, (int)Math.Min(int.MaxValue, length - offset))];
            if (positions.Length < count + values.Length)
            {
                Array.Resize(ref positions, Math.Max(count + values.Length, 2 * positions.Length));
            }

            foreach (int value in values)
            {
                positions[count++] = value + (int)offset;
            }
        }

        return count;
    }

    private void Load(in DensePositions list, long chunk)
    {
        if (chunk == _chunk)
        {
            return;
        }

        _chunk = -1;
        _count = list.CountOf(chunk);
        if (_values.Length < _count)
        {
            _values = new int[Math.Max(_count, 2 * _values.Length)];
        }

        list.List(chunk, _values.AsSpan(0, _count));
        _chunk = chunk;
    }
}
