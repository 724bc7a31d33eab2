using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>
/// The documents of a term in ascending order, one at a time, each with its positions; deleted documents included.
/// </summary>
/// <remarks>
/// Reusable by <see cref="Reset"/>; one thread; valid while its snapshot is held. Positions are decoded only when
/// <see cref="Positions"/> is read, and blocks of documents passed over aren't touched. Allocates only to grow the
/// buffer for a document with more positions than any before.
/// </remarks>
public sealed class PositionsCursor
{
    /// <summary>What <see cref="Doc"/> is after the last document; above every doc id.</summary>
    public const int NoMoreDocuments = int.MaxValue;

    private readonly PostingsBlockReader _reader;
    private readonly PositionsBlockReader _blocks;
    private readonly IndexInput _input;
    private readonly PositionSpace _space;
    private DenseDocumentReader? _dense; // while the term's list is dense
    private int[] _positions;
    private int _index;          // of the present document in its block
    private long _ordinal;       // of the present document's first position in the term's list
    private int _decodedFor;     // the document whose positions are decoded, or −1

    internal PositionsCursor(IndexInput input, PositionSpace space, PostingsBlockReader reader, PositionsBlockReader blocks, int[] positions)
    {
        _input = input;
        _reader = reader;
        _blocks = blocks;
        _space = space;
        _positions = positions;
    }

    /// <summary>How many documents the term has in the segment.</summary>
    public int DocumentFrequency { get; private set; }

    /// <summary>The present document: −1 before the first, <see cref="NoMoreDocuments"/> after the last.</summary>
    public int Doc { get; private set; }

    /// <summary>How often the term occurs in the present document; only while there is one.</summary>
    public int Frequency => _reader.Frequencies[_index];

    /// <summary>The positions in the present document, ascending; valid until the cursor moves.</summary>
    /// <exception cref="CorruptIndexException">The positions file is damaged here.</exception>
    public ReadOnlySpan<int> Positions
    {
        get
        {
            int frequency = Frequency;
            if (_decodedFor != Doc && _dense is not null)
            {
                int count = _dense.Read(Doc, ref _positions);
                _decodedFor = count == frequency ? Doc : throw _blocks.CorruptCount(frequency);
            }

            if (_decodedFor != Doc)
            {
                if (frequency > _blocks.PositionCount)
                {
                    throw _blocks.CorruptCount(frequency);
                }

                if (frequency > _positions.Length)
                {
                    _positions = new int[Math.Max(frequency, Math.Min(2L * _positions.Length, Array.MaxLength))];
                }

                _blocks.Read(_ordinal, _positions.AsSpan(0, frequency));
                _decodedFor = Doc;
            }

            return _positions.AsSpan(0, frequency);
        }
    }

    /// <summary>Stands before the first document of another term of the same segment.</summary>
    /// <param name="entry">The term.</param>
    public void Reset(in TermEntry entry)
    {
        DocumentFrequency = entry.DocumentFrequency;
        _reader.Reset(entry);
        _dense = PositionsFormat.IsDense(_input, entry) ? _dense ?? new DenseDocumentReader(_input, _space) : null;
        _dense?.Reset(entry);

        _blocks.Reset(entry);
        Doc = -1;
        _index = -1;
        _ordinal = 0;
        _decodedFor = -1;
    }

    /// <summary>Moves to the next document.</summary>
    /// <returns>The document, or <see cref="NoMoreDocuments"/>.</returns>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public int NextDocument()
    {
        if (Doc == NoMoreDocuments)
        {
            return Doc;
        }

        if (_index >= 0 && _index + 1 < _reader.Count)
        {
            _ordinal += _dense is not null ? 0 : _reader.Frequencies[_index];
            _index++;
            return Doc = _reader.Documents[_index];
        }

        return Load(_reader.Block + 1, 0);
    }

    /// <summary>Moves to the first document at or after a target; a target at or before the present document moves nothing.</summary>
    /// <param name="target">A doc id.</param>
    /// <returns>The document, or <see cref="NoMoreDocuments"/>.</returns>
    /// <exception cref="CorruptIndexException">The postings file is damaged here.</exception>
    public int AdvanceTo(int target)
    {
        if (target <= Doc)
        {
            return Doc;
        }

        ReadOnlySpan<int> documents = _reader.Documents;
        if (documents.IsEmpty || documents[^1] < target)
        {
            return Load(_reader.FindBlock(_reader.Block + 1, target), target);
        }

        return MoveWithinBlock(Math.Max(0, _index), target);
    }

    /// <summary>Reads the positions of all wanted documents from here on, in the field's position space: many documents in one call.</summary>
    /// <remarks>For lists by document, not for dense ones. The cursor stands at the first document that wasn't read.</remarks>
    /// <param name="from">Documents before it aren't wanted.</param>
    /// <param name="upTo">Nor are those from here on.</param>
    /// <param name="wanted">A bit for each document from <paramref name="from"/> on.</param>
    /// <param name="starts">Where each document of the segment begins in the position space.</param>
    /// <param name="found">Filled with positions, ascending.</param>
    /// <returns>How many were read. Fewer than all when there isn't room for a whole document more: 0 means that one alone needs more room, or that none is left.</returns>
    /// <exception cref="CorruptIndexException">The postings or positions file is damaged here.</exception>
    internal int Read(int from, int upTo, ReadOnlySpan<ulong> wanted, ReadOnlySpan<long> starts, Span<long> found)
    {
        int count = 0;
        for (int document = AdvanceTo(from); document < upTo; document = NextDocument())
        {
            ReadOnlySpan<int> documents = _reader.Documents;
            ReadOnlySpan<int> frequencies = _reader.Frequencies;
            int index = _index;
            long ordinal = _ordinal;
            while (index < documents.Length && documents[index] < upTo)
            {
                int at = documents[index] - from;
                int frequency = frequencies[index];
                if (((wanted[at >> 6] >> at) & 1) != 0)
                {
                    if (frequency > _blocks.PositionCount)
                    {
                        throw _blocks.CorruptCount(frequency);
                    }

                    if (frequency > found.Length - count)
                    {
                        Stand(index, ordinal);
                        return count;
                    }

                    _blocks.ReadFrom(ordinal, starts[documents[index]], found.Slice(count, frequency));
                    count += frequency;
                }

                ordinal += frequency;
                index++;
            }

            if (index < documents.Length)
            {
                Stand(index, ordinal);
                break;
            }

            Stand(index - 1, ordinal - frequencies[index - 1]);
        }

        return count;
    }

    private void Stand(int index, long ordinal)
    {
        _index = index;
        _ordinal = ordinal;
        Doc = _reader.Documents[index];
    }

    private int Load(int block, int target)
    {
        if (block >= _reader.BlockCount)
        {
            return Doc = NoMoreDocuments;
        }

        _reader.Load(block);
        _ordinal = _reader.PositionsBefore;
        _index = 0;
        if (_reader.Documents[^1] < target)
        {
            return Doc = NoMoreDocuments; // only a term without block bounds gets here, and this was its only block
        }

        return MoveWithinBlock(0, target);
    }

    private int MoveWithinBlock(int from, int target)
    {
        int to = from + BlockSearch.FirstNotBelow(_reader.Documents[from..], target);
        if (to > from && _dense is null)
        {
            ReadOnlySpan<int> frequencies = _reader.Frequencies;
            for (int i = from; i < to; i++)
            {
                _ordinal += frequencies[i];
            }
        }

        _index = to;
        return Doc = _reader.Documents[to];
    }
}
