using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Terms;

/// <summary>
/// A walk over the terms of a dictionary in ascending order of their bytes, from wherever it is sent.
/// </summary>
/// <remarks>Reusable by <see cref="Seek"/>; one thread; valid while its snapshot is held; allocates nothing while it walks.</remarks>
public sealed class TermEnumerator
{
    private readonly TermDictionary _dictionary;
    private readonly byte[] _term = new byte[TermsFormat.MaxTermLength];
    private int _length;
    private int _block;   // the block of the next term
    private int _index;   // the next term in it
    private int _at;      // where that term is in the block
    private bool _sought; // the next term was already read by Seek

    internal TermEnumerator(TermDictionary dictionary)
    {
        _dictionary = dictionary;
    }

    /// <summary>The present term; valid until the walk goes on.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>What the dictionary says of the present term; only after <see cref="MoveNext"/> said true.</summary>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public TermEntry Entry => _dictionary.Block(_block).Entry(_index - 1);

    /// <summary>How many documents have the present term: <see cref="TermEntry.DocumentFrequency"/> of <see cref="Entry"/>, for a third of its cost.</summary>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public int DocumentFrequency => _dictionary.Block(_block).DocumentFrequency(_index - 1);

    /// <summary>Stands before the first term that isn't below a bound.</summary>
    /// <param name="lower">The bound; empty for the first term of all. Not a span of this walk's own <see cref="Term"/>.</param>
    /// <exception cref="CorruptIndexException">The terms file is damaged here.</exception>
    public void Seek(ReadOnlySpan<byte> lower)
    {
        _block = Math.Max(0, _dictionary.FindBlock(lower));
        _index = 0;
        _at = 0;
        _length = 0;
        _sought = false;
        while (Read())
        {
            if (Term.SequenceCompareTo(lower) >= 0)
            {
                _sought = true;
                return;
            }
        }
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

    private bool Read()
    {
        while (_block < _dictionary.BlockCount)
        {
            TermBlock block = _dictionary.Block(_block);
            if (_index < block.Count)
            {
                (int shared, int rest) = block.LengthsAt(_at, _index == 0 ? 0 : _length);
                block.Terms.Slice(_at + 2, rest).CopyTo(_term.AsSpan(shared));
                _length = shared + rest;
                _at += 2 + rest;
                _index++;
                return true;
            }

            if (_block + 1 == _dictionary.BlockCount)
            {
                break; // stays in the last block, so that Entry is of the last term
            }

            _block++;
            _index = 0;
            _at = 0;
        }

        return false;
    }
}
