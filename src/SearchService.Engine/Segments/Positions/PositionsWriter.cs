using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>Writes the positions of one term after another; see <see cref="PositionsFormat"/>.</summary>
/// <remarks>
/// A term's positions are written by document first. If there turn out to be enough of them for a dense list, they are read back
/// from memory and written as one: how many there are is known at the end only.
/// </remarks>
internal sealed class PositionsWriter(IndexOutput output)
{
    private readonly DensePositionsWriter _dense = new();
    private readonly List<(int Document, int Count)> _documents = []; // of the present term
    private readonly int[] _gaps = new int[PositionsFormat.BlockLength];
    private readonly List<uint> _offsets = []; // of full blocks, from the first block
    private readonly ByteBuffer _blocks = new();
    private readonly int[] _block = new int[PositionsFormat.BlockLength]; // read back
    private int _count; // gaps not yet in a block

    /// <summary>Adds the positions of the term's next document.</summary>
    /// <param name="document">Above the one before.</param>
    /// <param name="positions">Ascending, distinct, not negative.</param>
    /// <exception cref="ArgumentException">They aren't.</exception>
    public void Add(int document, ReadOnlySpan<int> positions)
    {
        _documents.Add((document, positions.Length));
        int before = 0;
        bool first = true;
        foreach (int position in positions)
        {
            int gap = position - before;
            if (first ? position < 0 : gap <= 0)
            {
                throw new ArgumentException($"Position {position} after {before}: positions of a term in a document ascend.", nameof(positions));
            }

            if (_count == PositionsFormat.BlockLength)
            {
                WriteBlock();
            }

            _gaps[_count++] = gap;
            before = position;
            first = false;
        }
    }

    /// <summary>Adds positions of any number of the term's next documents as they are written.</summary>
    /// <param name="documents">Ascending, above those before.</param>
    /// <param name="frequencies">How many positions each has.</param>
    /// <param name="gaps">For each document its first position, then the distances from one to the next, at least 1.</param>
    public void AddGaps(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> gaps)
    {
        for (int i = 0; i < documents.Length; i++)
        {
            _documents.Add((documents[i], frequencies[i]));
        }

        if (_count > 0)
        {
            int taken = Math.Min(gaps.Length, PositionsFormat.BlockLength - _count);
            gaps[..taken].CopyTo(_gaps.AsSpan(_count));
            _count += taken;
            gaps = gaps[taken..];
            if (_count < PositionsFormat.BlockLength)
            {
                return;
            }

            WriteBlock();
        }

        for (; gaps.Length >= PositionsFormat.BlockLength; gaps = gaps[PositionsFormat.BlockLength..])
        {
            WriteBlock(gaps[..PositionsFormat.BlockLength]);
        }

        gaps.CopyTo(_gaps);
        _count = gaps.Length;
    }

    /// <summary>Ends the present term.</summary>
    /// <param name="starts">Where each document begins in the field's position space, and its size.</param>
    /// <returns>Where its list begins.</returns>
    public long EndTerm(ReadOnlySpan<long> starts)
    {
        if (_count == PositionsFormat.BlockLength)
        {
            WriteBlock();
        }

        if (_offsets.Count > 0)
        {
            output.Align(sizeof(uint));
        }

        long start = output.Position;
        long positions = (_offsets.Count * (long)PositionsFormat.BlockLength) + _count;
        if (DensePositionsFormat.Suits(positions, starts[^1]))
        {
            WriteDense(positions, starts);
        }
        else
        {
            WriteByDocument();
        }

        _documents.Clear();
        _blocks.Clear();
        _offsets.Clear();
        _count = 0;
        return start;
    }

    private void WriteByDocument()
    {
        if (_offsets.Count > 0)
        {
            uint arrays = (uint)(_offsets.Count + 1) * sizeof(uint);
            _offsets.Add((uint)_blocks.Length);
            foreach (uint offset in _offsets)
            {
                output.WriteUInt32(checked(offset + arrays));
            }
        }

        if (_count > 0)
        {
            RicePacking.Write(_gaps.AsSpan(0, _count), _blocks);
        }

        output.WriteBytes(_blocks.Bytes);
    }

    private void WriteDense(long positions, ReadOnlySpan<long> starts)
    {
        _dense.Begin(DensePositionsFormat.LowBits(positions, starts[^1]));
        ReadOnlySpan<int> gaps = [];
        int blocks = 0;
        int at = 0;
        foreach ((int document, int count) in _documents)
        {
            long position = starts[document];
            for (int i = 0; i < count; i++)
            {
                if (at == gaps.Length)
                {
                    gaps = ReadBack(blocks++);
                    at = 0;
                }

                position += gaps[at++];
                _dense.Add(position);
            }
        }

        _dense.End(starts[^1], output);
    }

    private ReadOnlySpan<int> ReadBack(int block)
    {
        if (block == _offsets.Count)
        {
            return _gaps.AsSpan(0, _count);
        }

        var reader = new ByteReader(_blocks.Bytes[(int)_offsets[block]..], output.Name, _offsets[block]);
        PatchedPacking.Read(ref reader, _block);
        return _block;
    }

    private void WriteBlock()
    {
        WriteBlock(_gaps);
        _count = 0;
    }

    private void WriteBlock(ReadOnlySpan<int> gaps)
    {
        _offsets.Add((uint)_blocks.Length);
        PatchedPacking.Write(gaps, _blocks);
    }
}
