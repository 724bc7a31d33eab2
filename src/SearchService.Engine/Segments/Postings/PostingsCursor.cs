using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Postings;

/// <summary>
/// The documents of a term in ascending order, a batch at a time, deleted ones included.
/// </summary>
/// <remarks>
/// Reusable by <see cref="Reset"/>; one thread; valid while its snapshot is held; allocates nothing after construction.
/// Frequencies are decoded only for batches that ask for them.
/// </remarks>
public sealed class PostingsCursor
{
    private readonly PostingsBlockReader _reader;
    private int _index; // in the reader's block: the next posting

    internal PostingsCursor(PostingsBlockReader reader)
    {
        _reader = reader;
    }

    /// <summary>How many documents the term has in the segment.</summary>
    public int DocumentFrequency { get; private set; }

    /// <summary>How often the term occurs in the segment.</summary>
    public long TotalFrequency { get; private set; }

    /// <summary>How often the document that <see cref="Next"/> gave last has the term; valid until the next call that moves on.</summary>
    public int Frequency => _reader.Frequencies[_index - 1];

    /// <summary>How many blocks of 128 postings the term has, a shorter last one included.</summary>
    public int BlockCount => _reader.BlockCount;

    /// <summary>Stands before the first document of another term of the same segment.</summary>
    /// <param name="entry">The term.</param>
    public void Reset(in TermEntry entry)
    {
        DocumentFrequency = entry.DocumentFrequency;
        TotalFrequency = entry.TotalFrequency;
        _reader.Reset(entry);
        _index = 0;
    }

    /// <summary>Fills a batch with the next documents below a bound.</summary>
    /// <param name="upTo">Documents from here on are left for later calls; bounds of successive calls don't descend.</param>
    /// <param name="documents">Filled from the start; any length above 0.</param>
    /// <param name="frequencies">Filled alike, or empty when they aren't wanted.</param>
    /// <returns>
    /// How many documents there are in the batch. Fewer than fit means that none is left below <paramref name="upTo"/>;
    /// 0 is also the answer at every call after the last.
    /// </returns>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public int Next(int upTo, Span<int> documents, Span<int> frequencies)
    {
        int filled = 0;
        while (filled < documents.Length)
        {
            if (_index == _reader.Count)
            {
                if (_reader.Block + 1 >= _reader.BlockCount)
                {
                    break;
                }

                _reader.Load(_reader.Block + 1);
                _index = 0;
            }

            ReadOnlySpan<int> left = _reader.Documents[_index..];
            int below = left[^1] < upTo ? left.Length : BlockSearch.FirstNotBelow(left, upTo);
            int count = Math.Min(below, documents.Length - filled);
            left[..count].CopyTo(documents[filled..]);
            if (!frequencies.IsEmpty && count > 0)
            {
                _reader.Frequencies.Slice(_index, count).CopyTo(frequencies[filled..]);
            }

            filled += count;
            _index += count;
            if (below < left.Length)
            {
                break;
            }
        }

        return filled;
    }

    /// <summary>Adds the next documents below a bound to a set, like <see cref="Next"/> into room for all of them.</summary>
    /// <param name="upTo">Documents from here on are left for later calls; bounds of successive calls don't descend.</param>
    /// <param name="first">The document of the set's first bit; none of the next documents is below it.</param>
    /// <param name="set">Bits for all documents up to the bound; nothing is in it past the next document.</param>
    /// <param name="frequencies">Filled from the start, in order, or empty when they aren't wanted.</param>
    /// <returns>How many documents were added.</returns>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public int AddTo(int upTo, int first, Span<ulong> set, Span<int> frequencies)
    {
        int added = 0;
        while (true)
        {
            if (_index == _reader.Count)
            {
                if (_reader.Block + 1 >= _reader.BlockCount)
                {
                    return added;
                }

                _reader.Load(_reader.Block + 1);
                _index = 0;
            }

            ReadOnlySpan<int> left = _reader.Documents[_index..];
            int count = left[^1] < upTo ? left.Length : BlockSearch.FirstNotBelow(left, upTo);
            BitKernels.SetAscending(left[..count], first, set);
            if (!frequencies.IsEmpty && count > 0)
            {
                _reader.Frequencies.Slice(_index, count).CopyTo(frequencies[added..]);
            }

            added += count;
            _index += count;
            if (count < left.Length)
            {
                return added;
            }
        }
    }

    /// <summary>Leaves out all documents below a target; blocks passed over aren't decoded.</summary>
    /// <param name="target">A doc id; one at or before the present place changes nothing.</param>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public void SkipTo(int target)
    {
        ReadOnlySpan<int> left = _reader.Documents[_index..];
        if (left.IsEmpty || left[^1] < target)
        {
            int block = _reader.FindBlock(_reader.Block + 1, target);
            if (block >= _reader.BlockCount)
            {
                // Past the end: stand at the end of the last block.
                if (_reader.Block != _reader.BlockCount - 1)
                {
                    _reader.Load(_reader.BlockCount - 1);
                }

                _index = _reader.Count;
                return;
            }

            _reader.Load(block);
            _index = 0;
            left = _reader.Documents;
        }

        _index += BlockSearch.FirstNotBelow(left, target);
    }

    /// <summary>The block that holds the next posting at or after a target, without decoding anything, or <see cref="BlockCount"/>.</summary>
    /// <param name="target">A doc id at or after the present place.</param>
    public int FindBlock(int target) => _reader.FindBlock(Math.Max(0, _reader.Block), target);

    /// <summary>The last document of a block; for terms of fewer than 128 documents, the last of the segment.</summary>
    /// <param name="block">From 0 to <see cref="BlockCount"/> − 1.</param>
    public int LastDocument(int block) => _reader.LastDocument(block);

    /// <summary>Reads the bound on a block's scores, or on those of the whole term.</summary>
    /// <param name="block">The block, or <see cref="BlockCount"/> for the whole term.</param>
    /// <param name="impacts">At least 256 places; filled by ascending norm and ascending frequency.</param>
    /// <returns>How many there are; 0 for terms of fewer than 128 documents: they keep no bounds.</returns>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public int Impacts(int block, Span<Impact> impacts) => _reader.ReadImpacts(block, impacts);
}
