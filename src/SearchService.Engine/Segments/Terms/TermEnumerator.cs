using System.Buffers.Binary;
using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Terms;

/// <summary>
/// A walk over the terms of a dictionary in ascending order of their bytes, from wherever it is sent.
/// </summary>
/// <remarks>
/// Reusable by <see cref="Seek"/>; one thread; valid while its snapshot is held; allocates nothing while it walks. With a filter, it
/// gives only terms whose sketch passes, and blocks without any aren't opened.
/// </remarks>
public sealed class TermEnumerator
{
    private readonly TermDictionary _dictionary;
    private readonly SketchFilter? _filter;
    private readonly uint[] _sketches;
    private readonly byte[] _term = new byte[TermsFormat.MaxTermLength + sizeof(ulong)]; // short ends are written eight bytes at a time
    private int _length;
    private int _block;    // the block that is open
    private int _next;     // the one to go on with
    private uint _wanted;  // its terms that are yet to be given, the first one lowest
    private int _termsAt;  // where its terms begin
    private int _index;    // its first term that isn't read
    private int _at;       // where that is among the terms
    private bool _sought;  // the next term was already read by Seek

    internal TermEnumerator(TermDictionary dictionary, SketchFilter? filter)
    {
        _dictionary = dictionary;
        _filter = filter;
        _sketches = filter is null ? [] : dictionary.Sketches();
    }

    /// <summary>The present term; valid until the walk goes on.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>What the dictionary says of the present term; only after <see cref="MoveNext"/> said true.</summary>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public TermEntry Entry => _dictionary.Block(_block).Entry(_index - 1);

    /// <summary>How many documents have the present term: <see cref="TermEntry.DocumentFrequency"/> of <see cref="Entry"/>, for a third of its cost.</summary>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public int DocumentFrequency => _dictionary.Block(_block).DocumentFrequency(_index - 1);

    /// <summary>Where the present term is among all, blocks counted as if each were full.</summary>
    internal int Place => (_block * TermsFormat.BlockLength) + _index - 1;

    /// <summary>Stands before the first term that isn't below a bound.</summary>
    /// <param name="lower">The bound; empty for the first term of all. Not a span of this walk's own <see cref="Term"/>.</param>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public void Seek(ReadOnlySpan<byte> lower)
    {
        _sought = Open(Math.Max(0, _dictionary.FindBlock(lower))) && ReadTo(lower);
    }

    /// <summary>Moves to the next term.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public bool MoveNext()
    {
        if (_sought)
        {
            _sought = false;
            return true;
        }

        return Read();
    }

    /// <summary>Moves to the first term after the present one that isn't below a bound.</summary>
    /// <param name="lower">The bound.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public bool MoveTo(ReadOnlySpan<byte> lower)
    {
        _sought = false;
        if (_next < _dictionary.BlockCount && _dictionary.StartsAtOrBefore(_next, lower))
        {
            return Open(_dictionary.FindBlock(lower)) && ReadTo(lower);
        }

        return ReadTo(lower);
    }

    private bool ReadTo(ReadOnlySpan<byte> lower)
    {
        while (Read())
        {
            if (Term.SequenceCompareTo(lower) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Read()
    {
        while (_wanted == 0)
        {
            if (!Open(_next))
            {
                return false;
            }
        }

        int wanted = BitOperations.TrailingZeroCount(_wanted);
        _wanted &= _wanted - 1;
        ReadThrough(wanted);
        return true;
    }

    /// <summary>Opens the next block, from one on, that has a term to give.</summary>
    private bool Open(int block)
    {
        uint passing = uint.MaxValue;
        if (_filter is { } filter && block < _dictionary.BlockCount)
        {
            block = TermSketch.FindBlock(_sketches, block, filter, out passing);
        }

        if (block >= _dictionary.BlockCount)
        {
            (_next, _wanted) = (block, 0);
            return false; // the last block stays open, so that Entry is of the last term given
        }

        TermBlock opened = _dictionary.Block(block);
        (_block, _next) = (block, block + 1);
        _termsAt = opened.TermsAt;
        _wanted = passing & (uint.MaxValue >> (TermsFormat.BlockLength - opened.Count));
        _index = 0;
        _at = 0;
        _length = 0;
        return true;
    }

    /// <summary>Reads the terms of the block up to one.</summary>
    private void ReadThrough(int last)
    {
        ReadOnlySpan<byte> terms = _dictionary.Bytes(_block)[_termsAt..];
        for (; _index <= last; _index++)
        {
            if (!TermBlock.TryReadLengths(terms, _at, _length, out int shared, out int own))
            {
                throw _dictionary.Corrupt(_block, "terms within their block that share no more than the one before has");
            }

            ReadOnlySpan<byte> rest = terms[(_at + 2)..];
            if (own <= sizeof(ulong) && rest.Length >= sizeof(ulong))
            {
                BinaryPrimitives.WriteUInt64LittleEndian(_term.AsSpan(shared), BinaryPrimitives.ReadUInt64LittleEndian(rest));
            }
            else
            {
                rest[..own].CopyTo(_term.AsSpan(shared));
            }

            _length = shared + own;
            _at += 2 + own;
        }
    }
}
