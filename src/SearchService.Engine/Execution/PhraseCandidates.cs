using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Places of a window where a phrase may begin, and what is left of them when the other terms have been looked for.</summary>
internal sealed class PhraseCandidates
{
    // So many look-ups in a chunk cost as much as marking all its positions in a bit set.
    private const int LookupsPerMarking = 16;

    private const int UsualCount = 2048;

    private readonly PhraseTerm[] _others;
    private readonly SegmentReader _segment;
    private readonly int _field;
    private readonly Scratch _scratch;
    private long[] _starts = new long[UsualCount]; // in the field's position space, ascending
    private int[] _documents;
    private ulong[] _marks = [];
    private Window _window;
    private ulong[] _matches = [];
    private int[] _frequencies = [];
    private int _matchCount;

    /// <summary>Prepares.</summary>
    /// <param name="others">The terms besides the one that gives the candidates, in the order they are looked for.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field they are of.</param>
    /// <param name="scratch">Lends room.</param>
    public PhraseCandidates(PhraseTerm[] others, SegmentReader segment, int field, Scratch scratch)
    {
        _others = others;
        _segment = segment;
        _field = field;
        _scratch = scratch;
        _documents = scratch.Ints(UsualCount);
    }

    /// <summary>How many candidates wait to be narrowed.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="matches">Cleared, and then filled with the documents that have the phrase.</param>
    /// <param name="frequencies">Filled with how often each has it.</param>
    public void Begin(Window window, ulong[] matches, int[] frequencies)
    {
        _window = window;
        _matches = matches;
        _matches.AsSpan(0, Window.Words).Clear();
        _frequencies = frequencies;
        _matchCount = 0;
        Count = 0;
    }

    /// <summary>Adds the candidates of a document.</summary>
    /// <param name="document">Above those added before.</param>
    /// <param name="start">Where it begins in the position space.</param>
    /// <param name="offset">The place in the phrase of the term that gives the candidates.</param>
    /// <param name="positions">The positions of that term.</param>
    public void Add(int document, long start, int offset, ReadOnlySpan<int> positions)
    {
        while (positions.Length > 0 && positions[0] < offset)
        {
            positions = positions[1..];
        }

        if (Count + positions.Length > Math.Min(_starts.Length, _documents.Length))
        {
            Array.Resize(ref _starts, Math.Max(Count + positions.Length, 2 * _starts.Length));
            Array.Resize(ref _documents, _starts.Length);
        }

        var starts = _starts.AsSpan(Count, positions.Length);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = start + positions[i] - offset;
        }

        _documents.AsSpan(Count, positions.Length).Fill(document);
        Count += positions.Length;
    }

    /// <summary>Looks for the other terms beside the candidates added since the last time; those that have them all are matches.</summary>
    public void Narrow()
    {
        foreach (var term in _others)
        {
            if (Count == 0)
            {
                return;
            }

            Count = term.Cursor is null ? KeepDense(term) : KeepByDocument(term.Cursor, term.Offset);
        }

        var last = -1;
        foreach (var document in _documents.AsSpan(0, Count))
        {
            if (document != last)
            {
                last = document;
                WindowSet.Add(_matches, document - _window.Start);
                _frequencies[_matchCount++] = 0;
            }

            _frequencies[_matchCount - 1]++;
        }

        Count = 0;
    }

    private int KeepDense(PhraseTerm term)
    {
        var list = _segment.DensePositions(_field, term.Entry);
        var starts = _starts.AsSpan(0, Count);
        var documents = _documents.AsSpan(0, Count);
        var kept = 0;
        for (var i = 0; i < starts.Length;)
        {
            var chunk = (starts[i] + term.Offset) >> list.ChunkBits;
            if (i + LookupsPerMarking <= starts.Length && (starts[i + LookupsPerMarking - 1] + term.Offset) >> list.ChunkBits == chunk)
            {
                var marks = Mark(list, chunk);
                var first = (chunk << list.ChunkBits) - term.Offset;
                for (; i < starts.Length && starts[i] - first < marks.Length << 6; i++)
                {
                    var at = (int)(starts[i] - first);
                    (starts[kept], documents[kept]) = (starts[i], documents[i]);
                    kept += (int)(marks[at >> 6] >> at) & 1;
                }
            }
            else
            {
                (starts[kept], documents[kept]) = (starts[i], documents[i]);
                kept += list.Contains(starts[i] + term.Offset) ? 1 : 0;
                i++;
            }
        }

        return kept;
    }

    private ReadOnlySpan<ulong> Mark(in DensePositions list, long chunk)
    {
        var words = 1 << (list.ChunkBits - 6);
        if (_marks.Length < words)
        {
            _marks = _scratch.Words(words);
        }

        var marks = _marks.AsSpan(0, words);
        marks.Clear();
        list.Mark(chunk, marks);
        return marks;
    }

    private int KeepByDocument(PositionsCursor cursor, int offset)
    {
        var kept = 0;
        for (var i = 0; i < Count;)
        {
            var document = _documents[i];
            var positions = cursor.AdvanceTo(document) == document ? cursor.Positions : [];
            var start = _segment.Space(_field).StartOf(document);
            var at = 0;
            for (; i < Count && _documents[i] == document; i++)
            {
                var wanted = _starts[i] + offset - start;
                while (at < positions.Length && positions[at] < wanted)
                {
                    at++;
                }

                if (at < positions.Length && positions[at] == wanted)
                {
                    (_starts[kept], _documents[kept]) = (_starts[i], document);
                    kept++;
                }
            }
        }

        return kept;
    }
}
