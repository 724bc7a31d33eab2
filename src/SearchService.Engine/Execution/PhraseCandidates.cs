using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Places of a window where a phrase may begin, and what is left of them when the other terms have been looked for.</summary>
internal sealed class PhraseCandidates
{
    // So many look-ups in a chunk cost as much as marking all its positions in a bit set.
    private const int LookupsPerMarking = 32;

    private const int Batch = 1024;
    private const int UsualCount = 2048;

    private readonly PhraseTerm[] _others;
    private readonly SegmentReader _segment;
    private readonly int _field;
    private readonly Scratch _scratch;
    private long[] _starts; // in the field's position space, ascending
    private readonly ulong[] _wanted;
    private ulong[] _marks = [];
    private int[] _positions = []; // of a chunk
    private Window _window;
    private ulong[] _matches = [];
    private int[] _frequencies = [];
    private int _count; // candidates not narrowed yet
    private int _matchCount;
    private int _document; // of the candidate looked at last
    private int _lastMatch; // candidates of a document may come in two parts

    /// <summary>Prepares.</summary>
    /// <param name="others">The terms besides the one that gives the candidates, in the order they are looked for.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field they are of.</param>
    /// <param name="scratch">Lends room.</param>
    public PhraseCandidates(ReadOnlySpan<PhraseTerm> others, SegmentReader segment, int field, Scratch scratch)
    {
        _others = others.ToArray();
        _segment = segment;
        _field = field;
        _scratch = scratch;
        _wanted = scratch.Words(Window.Words);
        _starts = scratch.Longs(UsualCount);
    }

    /// <summary>Begins a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="wanted">The documents that may match.</param>
    /// <param name="matches">Cleared, and then filled with those that have the phrase.</param>
    /// <param name="frequencies">Filled with how often each has it.</param>
    public void Begin(Window window, ReadOnlySpan<ulong> wanted, ulong[] matches, int[] frequencies)
    {
        _window = window;
        wanted.CopyTo(_wanted);
        _matches = matches;
        _matches.AsSpan(0, Window.Words).Clear();
        _frequencies = frequencies;
        _matchCount = 0;
        _count = 0;
        _document = window.Start;
        _lastMatch = -1;
    }

    /// <summary>Adds candidates, and narrows them when there are many.</summary>
    /// <param name="positions">Positions of the term that gives the candidates, ascending, none before those added last.</param>
    /// <param name="shift">What makes a position of one a start in the position space. What would come before the space is left out.</param>
    public void Add(ReadOnlySpan<int> positions, long shift)
    {
        while (positions.Length > 0 && positions[0] + shift < 0)
        {
            positions = positions[1..];
        }

        if (_count + positions.Length > _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(_count + positions.Length, 2 * _starts.Length));
        }

        var starts = _starts.AsSpan(_count, positions.Length);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = positions[i] + shift;
        }

        _count += positions.Length;
        if (_count >= Batch)
        {
            Narrow();
        }
    }

    /// <summary>Room for more candidates, all that were there having been narrowed.</summary>
    /// <param name="atLeast">How much.</param>
    public Span<long> Room(int atLeast)
    {
        Narrow();
        if (_starts.Length < atLeast)
        {
            _starts = new long[atLeast];
        }

        return _starts;
    }

    /// <summary>Takes what was put into the room as candidates.</summary>
    /// <param name="count">How many positions of the term that gives the candidates.</param>
    /// <param name="offset">Its place in the phrase.</param>
    public void Take(int count, int offset)
    {
        foreach (ref var start in _starts.AsSpan(0, count))
        {
            start -= offset;
        }

        _count = count;
    }

    /// <summary>Looks for the other terms beside the candidates added since the last time; those that have them all are matches.</summary>
    public void Narrow()
    {
        var starts = _starts.AsSpan(0, _count);
        _count = 0;
        foreach (var term in _others)
        {
            starts = term.Cursor is null ? starts[..KeepDense(starts, term)] : starts;
        }

        var bounds = _segment.Space(_field).Starts;
        for (var i = 0; i < starts.Length;)
        {
            if (starts[i] < bounds[_document])
            {
                i++; // a chunk begins in the window before
                continue;
            }

            MoveTo(starts[i], bounds[1..]);
            if (_document >= _window.End)
            {
                return;
            }

            var first = i;
            while (i < starts.Length && starts[i] < bounds[_document + 1])
            {
                i++;
            }

            if (WindowSet.Contains(_wanted, _document - _window.Start))
            {
                Count(starts[first..i]);
            }
        }
    }

    // Turns to the document that a start is in, by doubling steps and then halves: the next one is mostly near.
    private void MoveTo(long start, ReadOnlySpan<long> ends)
    {
        if (ends[_document] > start)
        {
            return;
        }

        var low = _document + 1;
        var step = 1;
        while (low + step <= ends.Length && ends[low + step - 1] <= start)
        {
            low += step;
            step *= 2;
        }

        for (var high = Math.Min(low + step, ends.Length); low < high;)
        {
            var middle = (low + high) >> 1;
            (low, high) = ends[middle] <= start ? (middle + 1, high) : (low, middle);
        }

        _document = low;
    }

    // Looks for the terms that have no dense lists beside the candidates of a document.
    private void Count(Span<long> starts)
    {
        foreach (var term in _others)
        {
            starts = term.Cursor is { } cursor ? starts[..KeepByDocument(starts, cursor, term.Offset)] : starts;
            if (starts.IsEmpty)
            {
                return;
            }
        }

        if (_document != _lastMatch)
        {
            _lastMatch = _document;
            WindowSet.Add(_matches, _document - _window.Start);
            _frequencies[_matchCount++] = 0;
        }

        _frequencies[_matchCount - 1] += starts.Length;
    }

    private int KeepByDocument(Span<long> starts, PositionsCursor cursor, int offset)
    {
        if (cursor.AdvanceTo(_document) != _document)
        {
            return 0;
        }

        var positions = cursor.Positions;
        var first = _segment.Space(_field).StartOf(_document) - offset;
        var kept = 0;
        var at = 0;
        foreach (var start in starts)
        {
            while (at < positions.Length && positions[at] < start - first)
            {
                at++;
            }

            if (at == positions.Length)
            {
                break;
            }

            starts[kept] = start;
            kept += positions[at] == start - first ? 1 : 0;
        }

        return kept;
    }

    private int KeepDense(Span<long> starts, PhraseTerm term)
    {
        if (starts.IsEmpty)
        {
            return 0;
        }

        var list = _segment.DensePositions(_field, term.Entry);
        var kept = 0;
        for (var i = 0; i < starts.Length;)
        {
            // A run of so many in one chunk, or up to the next such run.
            var end = i;
            while (end < starts.Length && !IsRun(starts, end, list, term.Offset))
            {
                end++;
            }

            var few = starts[i..end];
            few = few[..list.Keep(few, term.Offset)];
            few.CopyTo(starts[kept..]);
            kept += few.Length;
            i = end;
            if (i < starts.Length)
            {
                var chunk = (starts[i] + term.Offset) >> list.ChunkBits;
                var marks = Mark(list, chunk);
                var first = (chunk << list.ChunkBits) - term.Offset;
                for (; i < starts.Length && starts[i] - first < marks.Length << 6; i++)
                {
                    var at = (int)(starts[i] - first);
                    starts[kept] = starts[i];
                    kept += (int)(marks[at >> 6] >> at) & 1;
                }
            }
        }

        return kept;
    }

    private static bool IsRun(ReadOnlySpan<long> starts, int from, in DensePositions list, int offset) =>
        from + LookupsPerMarking <= starts.Length
        && (starts[from + LookupsPerMarking - 1] + offset) >> list.ChunkBits == (starts[from] + offset) >> list.ChunkBits;

    private ReadOnlySpan<ulong> Mark(in DensePositions list, long chunk)
    {
        var words = 1 << (list.ChunkBits - 6);
        if (_marks.Length < words)
        {
            _marks = _scratch.Words(words);
        }

        var marks = _marks.AsSpan(0, words);
        marks.Clear();
        var count = list.CountOf(chunk);
        _positions = _positions.Length < count ? _scratch.Ints(count) : _positions;
        list.List(chunk, _positions.AsSpan(0, count));
        foreach (var position in _positions.AsSpan(0, count))
        {
            marks[position >> 6] |= 1UL << position;
        }

        return marks;
    }
}
