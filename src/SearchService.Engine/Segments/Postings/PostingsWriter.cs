using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Postings;

/// <summary>Writes the documents and frequencies of one term after another; see <see cref="PostingsFormat"/>.</summary>
internal sealed class PostingsWriter(IndexOutput output)
{
    private readonly int[] _gaps = new int[PostingsFormat.BlockLength];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockLength]; // less 1
    private readonly byte[] _norms = new byte[PostingsFormat.BlockLength];
    private readonly List<uint> _lastDocuments = [];
    private readonly List<uint> _blockOffsets = [];      // from the first block
    private readonly List<uint> _positionsBefore = [];
    private readonly List<uint> _impactOffsets = [];     // from the first impact
    private readonly ByteBuffer _impacts = new();
    private readonly ByteBuffer _blocks = new();
    private readonly ParetoSet _blockImpacts = new();
    private readonly ParetoSet _termImpacts = new();
    private readonly Impact[] _listed = new Impact[256];
    private int _count;            // postings not yet in a block
    private int _lastDocument = -1;
    private long _positionsOfBlocks; // positions before the postings not yet in a block

    /// <summary>How many documents the present term has so far.</summary>
    public int DocumentFrequency { get; private set; }

    /// <summary>The sum of their frequencies.</summary>
    public long TotalFrequency { get; private set; }

    /// <summary>Adds a posting to the present term.</summary>
    /// <param name="document">Above the one before.</param>
    /// <param name="frequency">At least 1.</param>
    /// <param name="norm">The norm of the term's field in the document.</param>
    /// <exception cref="ArgumentException">The order or the frequency is wrong.</exception>
    public void Add(int document, int frequency, byte norm)
    {
        if (document <= _lastDocument || frequency < 1)
        {
            throw new ArgumentException($"Document {document} with frequency {frequency} after document {_lastDocument}: documents ascend, frequencies are at least 1.", nameof(document));
        }

        if (_count == PostingsFormat.BlockLength)
        {
            WriteBlock();
        }

        int place = _count++;
        _gaps[place] = document - _lastDocument - 1;
        _frequencies[place] = frequency - 1;
        _norms[place] = norm;
        _lastDocument = document;
        DocumentFrequency++;
        TotalFrequency += frequency;
    }

    /// <summary>Ends the present term.</summary>
    /// <returns>Where its list begins, or its document when it has only one.</returns>
    public long EndTerm()
    {
        long start;
        if (DocumentFrequency == 1)
        {
            start = _lastDocument;
        }
        else if (DocumentFrequency < PostingsFormat.BlockLength)
        {
            start = output.Position;
            AppendTail();
            output.WriteBytes(_blocks.Bytes);
        }
        else
        {
            start = WriteList();
        }

        Reset();
        return start;
    }

    private long WriteList()
    {
        if (_count == PostingsFormat.BlockLength)
        {
            WriteBlock();
        }
        else if (_count > 0)
        {
            BeginBlock();
            AppendTail();
        }

        _impactOffsets.Add((uint)_impacts.Length);
        AppendImpacts(_termImpacts);
        output.Align(sizeof(uint));
        long start = output.Position;
        uint arrays = (uint)PostingsFormat.ArraysLength(_lastDocuments.Count);
        WriteArray(_lastDocuments, 0);
        WriteArray(_blockOffsets, checked(arrays + (uint)_impacts.Length));
        WriteArray(_positionsBefore, 0);
        WriteArray(_impactOffsets, arrays);
        output.WriteBytes(_impacts.Bytes);
        output.WriteBytes(_blocks.Bytes);
        return start;
    }

    private void WriteArray(List<uint> values, uint added)
    {
        foreach (uint value in values)
        {
            output.WriteUInt32(checked(value + added));
        }
    }

    private void BeginBlock()
    {
        _lastDocuments.Add((uint)_lastDocument);
        _blockOffsets.Add((uint)_blocks.Length);
        _positionsBefore.Add(checked((uint)_positionsOfBlocks));
        _positionsOfBlocks = TotalFrequency;
        _impactOffsets.Add((uint)_impacts.Length);
        AppendBlockImpacts();
    }

    // Made of the whole block at its end: most terms have no block and need none.
    private void AppendBlockImpacts()
    {
        for (int i = 0; i < _count; i++)
        {
            _blockImpacts.Add(_frequencies[i] + 1, _norms[i]);
        }

        // What another pair of the block beats, the block's own pair beats in the term's set too.
        foreach (Impact impact in AppendImpacts(_blockImpacts))
        {
            _termImpacts.Add(impact.Frequency, impact.Norm);
        }

        _blockImpacts.Clear();
    }

    private void WriteBlock()
    {
        BeginBlock();
        int width = BlockPacking.WidthOf(_gaps);
        _blocks.WriteByte(PostingsFormat.PackedGaps);
        _blocks.WriteByte((byte)width);
        BlockPacking.Pack(_gaps, width, _blocks.Append(BlockPacking.BytesFor(width)));
        PatchedPacking.Write(_frequencies, _blocks);
        _count = 0;
    }

    private void AppendTail()
    {
        RicePacking.Write(_gaps.AsSpan(0, _count), _blocks);
        RicePacking.Write(_frequencies.AsSpan(0, _count), _blocks);
    }

    private ReadOnlySpan<Impact> AppendImpacts(ParetoSet set)
    {
        ReadOnlySpan<Impact> listed = _listed.AsSpan(0, set.List(_listed));
        _impacts.WriteByte(checked((byte)listed.Length));
        foreach (Impact impact in listed)
        {
            _impacts.WriteVarUInt64((uint)impact.Frequency);
            _impacts.WriteByte(impact.Norm);
        }

        return listed;
    }

    private void Reset()
    {
        _count = 0;
        _lastDocument = -1;
        _positionsOfBlocks = 0;
        DocumentFrequency = 0;
        TotalFrequency = 0;
        _lastDocuments.Clear();
        _blockOffsets.Clear();
        _positionsBefore.Clear();
        _impactOffsets.Clear();
        _impacts.Clear();
        _blocks.Clear();
        _termImpacts.Clear();
    }
}
