using System.Buffers.Binary;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Terms;

/// <summary>
/// The terms of one field and form in a segment, in ascending order of their bytes.
/// </summary>
/// <remarks>
/// Thread-safe; valid while its snapshot is held. A look-up searches the first eight bytes of the blocks' first terms,
/// which are on the heap, then reads one block; it allocates nothing. A walk for a pattern makes a sketch of every term, which
/// stay on the heap: four bytes a term.
/// </remarks>
public sealed class TermDictionary
{
    private readonly IndexInput _input;

    // Per block: the first term's first eight bytes, big-endian; where the block begins; where its first term ends in _firstTerms.
    private readonly ulong[] _keys;
    private readonly long[] _starts; // one more than blocks
    private readonly int[] _firstTermEnds;
    private readonly byte[] _firstTerms;
    private uint[]? _sketches;

    internal TermDictionary(IndexInput input, TermsExtent extent)
    {
        _input = input;
        Extent = extent;
        TermCount = extent.TermCount;
        int blocks = extent.BlockCount;
        if (blocks < 0 || blocks > extent.IndexLength || TermCount > (long)blocks * TermsFormat.BlockLength || TermCount < blocks)
        {
            throw input.Corrupt(extent.Index, $"an index of {blocks} blocks for {TermCount} terms");
        }

        _keys = new ulong[blocks];
        _starts = new long[blocks + 1];
        _firstTermEnds = new int[blocks];
        var terms = new ByteBuffer();
        ByteReader reader = input.Reader(extent.Index, extent.IndexLength);
        long start = extent.Start;
        for (int block = 0; block < blocks; block++)
        {
            _starts[block] = start;
            start += reader.ReadCount(int.MaxValue, "a block's length");
            ReadOnlySpan<byte> term = reader.ReadBytes(reader.ReadByte());
            terms.WriteBytes(term);
            _keys[block] = KeyOf(term);
            _firstTermEnds[block] = terms.Length;
        }

        _starts[blocks] = start;
        _firstTerms = terms.Bytes.ToArray();
        if (start != extent.Index || reader.Remaining != 0)
        {
            throw input.Corrupt(extent.Index, "an index whose block lengths add up to where it begins");
        }
    }

    /// <summary>How many terms there are.</summary>
    public int TermCount { get; }

    /// <summary>Where the dictionary is in its file.</summary>
    internal TermsExtent Extent { get; }

    /// <summary>How many blocks there are.</summary>
    internal int BlockCount => _keys.Length;

    /// <summary>Looks a term up.</summary>
    /// <param name="term">The bytes of the term.</param>
    /// <param name="entry">What is said of it, if it is there.</param>
    /// <returns>Whether it is there.</returns>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        entry = default;
        int number = FindBlock(term);
        if (number < 0)
        {
            return false;
        }

        TermBlock block = Block(number);
        ReadOnlySpan<byte> terms = block.Terms;
        int at = 0;
        int length = 0;
        int matched = 0; // how many bytes the term before shares with the one sought; that term is below
        for (int i = 0; i < block.Count; i++)
        {
            (int shared, int rest) = block.LengthsAt(at, length);
            ReadOnlySpan<byte> suffix = terms.Slice(at + 2, rest);
            at += 2 + rest;
            length = shared + rest;
            if (shared > matched)
            {
                continue; // differs from the one sought where the term before did
            }

            if (shared < matched)
            {
                return false; // already above
            }

            ReadOnlySpan<byte> sought = term[matched..];
            int common = suffix.CommonPrefixLength(sought);
            if (common == suffix.Length && common == sought.Length)
            {
                entry = block.Entry(i);
                return true;
            }

            if (common == sought.Length || (common < suffix.Length && suffix[common] > sought[common]))
            {
                return false;
            }

            matched += common;
        }

        return false;
    }

    /// <summary>Walks the terms from a lower bound on.</summary>
    /// <param name="lower">The first term is this one or the next above; empty for all terms.</param>
    /// <returns>A walk that stands before that term.</returns>
    public TermEnumerator From(ReadOnlySpan<byte> lower)
    {
        return From(lower, filter: null);
    }

    /// <summary>Walks those terms from a lower bound on whose sketch passes a filter.</summary>
    internal TermEnumerator From(ReadOnlySpan<byte> lower, SketchFilter? filter)
    {
        var terms = new TermEnumerator(this, filter);
        terms.Seek(lower);
        return terms;
    }

    /// <summary>The sketches of all terms, as many a block as a block may have terms; made when first asked for.</summary>
    internal uint[] Sketches()
    {
        uint[]? sketches = Volatile.Read(ref _sketches);
        if (sketches is null)
        {
            sketches = Sketch(); // two threads may; the results are the same
            Volatile.Write(ref _sketches, sketches);
        }

        return sketches;
    }

    /// <summary>The last block whose first term isn't above a term, or −1.</summary>
    internal int FindBlock(ReadOnlySpan<byte> term)
    {
        ulong key = KeyOf(term);
        int low = 0;
        int high = _keys.Length; // the answer + 1 is in [low, high]
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            bool above = _keys[middle] != key ? _keys[middle] > key : FirstTerm(middle).SequenceCompareTo(term) > 0;
            if (above)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low - 1;
    }

    /// <summary>Whether the first term of a block isn't above a term.</summary>
    internal bool StartsAtOrBefore(int block, ReadOnlySpan<byte> term)
    {
        ulong key = KeyOf(term);
        return _keys[block] != key ? _keys[block] < key : FirstTerm(block).SequenceCompareTo(term) <= 0;
    }

    /// <summary>Opens a block.</summary>
    internal TermBlock Block(int number) => new(_input, _starts[number], (int)(_starts[number + 1] - _starts[number]));

    /// <summary>The bytes of a block.</summary>
    internal ReadOnlySpan<byte> Bytes(int number) => _input.Slice(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The first term of a block, from the index.</summary>
    internal ReadOnlySpan<byte> FirstTerm(int block)
    {
        int start = block == 0 ? 0 : _firstTermEnds[block - 1];
        return _firstTerms.AsSpan(start, _firstTermEnds[block] - start);
    }

    /// <summary>The exception for damage that shows in a block.</summary>
    internal CorruptIndexException Corrupt(int block, string expected) => _input.Corrupt(_starts[block], expected);

    private uint[] Sketch()
    {
        var sketches = new uint[BlockCount * TermSketch.BlockLength];
        TermEnumerator terms = From([]);
        while (terms.MoveNext())
        {
            sketches[terms.Place] = TermSketch.Of(terms.Term);
        }

        return sketches;
    }

    private static ulong KeyOf(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        }

        ulong key = 0;
        for (int i = 0; i < sizeof(ulong); i++)
        {
            key = (key << 8) | (i < term.Length ? term[i] : 0u);
        }

        return key;
    }
}
