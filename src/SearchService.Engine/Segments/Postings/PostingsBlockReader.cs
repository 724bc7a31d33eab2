using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Postings;

/// <summary>
/// Decodes one block of a term's postings at a time; what the cursors stand on. Documents are decoded when a block is
/// loaded, frequencies when they are asked for.
/// </summary>
/// <remarks>Reusable; not thread-safe; allocates nothing after construction.</remarks>
internal sealed class PostingsBlockReader
{
    private readonly int[] _documents = new int[PostingsFormat.BlockLength];
    private readonly int[] _frequencies = new int[PostingsFormat.BlockLength];
    private IndexInput _input = null!; // until a list is opened
    private int _documentCount;
    private long _start;           // of the term's list in the file
    private int _documentFrequency;
    private long _totalFrequency;
    private long _frequenciesAt;   // in the file; −1 when they are decoded

    /// <summary>Stands before the first block of a term of any segment.</summary>
    /// <param name="input">The segment's postings file.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    /// <param name="entry">The term.</param>
    public void Open(IndexInput input, int documentCount, in TermEntry entry)
    {
        _input = input;
        _documentCount = documentCount;
        Reset(entry);
    }

    /// <summary>Forgets the segment.</summary>
    public void Close() => _input = null!;

    /// <summary>How many blocks the term has; at least 1.</summary>
    public int BlockCount { get; private set; }

    /// <summary>The block loaded, or −1.</summary>
    public int Block { get; private set; }

    /// <summary>How many positions the term has in the blocks before.</summary>
    public long PositionsBefore { get; private set; }

    /// <summary>How many postings the block has; 0 when none is loaded.</summary>
    public int Count { get; private set; }

    /// <summary>The documents of the block, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    /// <summary>Their frequencies; decoded at the first use.</summary>
    public ReadOnlySpan<int> Frequencies
    {
        get
        {
            if (_frequenciesAt >= 0)
            {
                DecodeFrequencies();
            }

            return _frequencies.AsSpan(0, Count);
        }
    }

    private bool HasArrays => _documentFrequency >= PostingsFormat.BlockLength;

    /// <summary>Stands before the first block of another term of the same segment.</summary>
    /// <param name="entry">The term.</param>
    public void Reset(in TermEntry entry)
    {
        _documentFrequency = entry.DocumentFrequency;
        _totalFrequency = entry.TotalFrequency;
        _start = entry.Postings;
        BlockCount = PostingsFormat.BlockCount(_documentFrequency);
        Block = -1;
        Count = 0;
        PositionsBefore = 0;
        _frequenciesAt = -1;
    }

    /// <summary>The first block from a given one on that may have a document at or after the target, or <see cref="BlockCount"/>.</summary>
    /// <param name="from">The first block that counts.</param>
    /// <param name="target">A doc id.</param>
    public int FindBlock(int from, int target)
    {
        if (!HasArrays || from >= BlockCount)
        {
            return from;
        }

        return from + BlockSearch.FirstNotBelow(_input.Slice<int>(_start, BlockCount)[from..], target);
    }

    /// <summary>The last document of a block, for terms of at least 128 documents.</summary>
    /// <param name="block">From 0 to <see cref="BlockCount"/> − 1.</param>
    public int LastDocument(int block) => HasArrays ? _input.Slice<int>(_start, BlockCount)[block] : _documentCount - 1;

    /// <summary>Decodes the documents of a block.</summary>
    /// <param name="block">From 0 to <see cref="BlockCount"/> − 1.</param>
    /// <exception cref="CorruptIndexException">The block isn't what the format says.</exception>
    public void Load(int block)
    {
        Block = block;
        _frequenciesAt = -1;
        if (_documentFrequency == 1)
        {
            LoadSingle();
        }
        else if (!HasArrays)
        {
            DecodeTail(_start, -1, _documentFrequency);
        }
        else
        {
            LoadFromArrays(block);
        }
    }

    /// <summary>Reads the impacts of a block, or of the whole term.</summary>
    /// <param name="block">The block, or <see cref="BlockCount"/> for the whole term.</param>
    /// <param name="impacts">At least 256 places.</param>
    /// <returns>How many were read; 0 for terms of fewer than 128 documents, which keep none.</returns>
    /// <exception cref="CorruptIndexException">They aren't what the format says.</exception>
    public int ReadImpacts(int block, Span<Impact> impacts)
    {
        if (!HasArrays)
        {
            return 0;
        }

        uint offset = _input.Slice<uint>(_start + (3L * BlockCount * sizeof(uint)), BlockCount + 1)[block];
        long at = _start + offset;
        var reader = new ByteReader(_input.From(at), _input, at);
        int count = reader.ReadByte();
        for (int i = 0; i < count; i++)
        {
            impacts[i] = new Impact(reader.ReadCount(int.MaxValue, "a frequency"), reader.ReadByte());
        }

        return count;
    }

    private void LoadSingle()
    {
        if (_start >= _documentCount || _totalFrequency is < 1 or > int.MaxValue)
        {
            throw _input.Corrupt(-1, $"a term's only document below {_documentCount}, but found {_start} with frequency {_totalFrequency}");
        }

        _documents[0] = (int)_start;
        _frequencies[0] = (int)_totalFrequency;
        Count = 1;
    }

    private void LoadFromArrays(int block)
    {
        ReadOnlySpan<int> lastDocuments = _input.Slice<int>(_start, BlockCount);
        int before = block == 0 ? -1 : lastDocuments[block - 1];
        int last = lastDocuments[block];
        if (before < -1 || last <= before || last >= _documentCount)
        {
            throw _input.Corrupt(_start + (block * (long)sizeof(int)), $"the last document of a block above {before} and below {_documentCount}, but found {last}");
        }

        ReadOnlySpan<uint> rest = _input.Slice<uint>(_start + (BlockCount * (long)sizeof(uint)), 2L * BlockCount);
        long at = _start + rest[block];
        PositionsBefore = rest[BlockCount + block];
        int count = Math.Min(PostingsFormat.BlockLength, _documentFrequency - (block * PostingsFormat.BlockLength));
        if (count == PostingsFormat.BlockLength)
        {
            DecodeBlock(at, before);
        }
        else
        {
            DecodeTail(at, before, count);
        }

        if (_documents[count - 1] != last)
        {
            throw _input.Corrupt(at, $"a block that ends with document {last}, but it ends with {_documents[count - 1]}");
        }
    }

    private void DecodeBlock(long at, int before)
    {
        var reader = new ByteReader(_input.From(at), _input, at);
        byte kind = reader.ReadByte();
        int width = reader.ReadByte();
        if (kind != PostingsFormat.PackedGaps || width > 31)
        {
            throw _input.Corrupt(at, $"a block of kind {PostingsFormat.PackedGaps} of at most 31 bits, but found kind {kind} with {width}");
        }

        ReadOnlySpan<byte> packed = reader.ReadBytes(BlockPacking.BytesFor(width));
        BlockPacking.UnpackAscending(packed, width, before, _documents);
        Count = PostingsFormat.BlockLength;
        _frequenciesAt = at + reader.Position;
        if (BlockPacking.CanOverflow(width))
        {
            CheckAscending(at, before);
        }
    }

    // Only blocks so wide that their sums could wrap around come here: the caller's look at the last document covers the rest.
    private void CheckAscending(long at, int before)
    {
        foreach (int document in Documents)
        {
            if (document <= before)
            {
                throw _input.Corrupt(at, "documents that ascend");
            }

            before = document;
        }
    }

    private void DecodeTail(long at, int before, int count)
    {
        var reader = new ByteReader(_input.From(at), _input, at);
        Span<int> documents = _documents.AsSpan(0, count);
        RicePacking.Read(ref reader, documents);
        long document = before;
        foreach (ref int gap in documents)
        {
            document += gap + 1L;
            gap = (int)document;
        }

        if (document >= _documentCount)
        {
            throw reader.Corrupt($"documents below {_documentCount}");
        }

        Count = count;
        _frequenciesAt = at + reader.Position;
    }

    private void DecodeFrequencies()
    {
        long at = _frequenciesAt;
        var reader = new ByteReader(_input.From(at), _input, at);
        if (Count == PostingsFormat.BlockLength)
        {
            PatchedPacking.Read(ref reader, _frequencies);
        }
        else
        {
            RicePacking.Read(ref reader, _frequencies.AsSpan(0, Count));
            _frequencies.AsSpan(Count).Clear(); // of another list, and incremented with these
        }

        if (BlockPacking.Increment(_frequencies) < 0)
        {
            throw _input.Corrupt(at, "frequencies of at most 31 bits");
        }

        _frequenciesAt = -1;
    }
}
