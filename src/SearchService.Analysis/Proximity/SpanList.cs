namespace SearchService.Analysis.Proximity;

/// <summary>Runs of positions in one text, each from a first position to before an end; in ascending order of both, each once.</summary>
/// <remarks>A run is kept in 64 bits, the start above the end, so that lists are sorted as numbers. Reusable; allocates only to grow.</remarks>
public sealed class SpanList
{
    private ulong[] _spans = new ulong[16];
    private bool _isSorted = true;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no run lies in another: then the ends ascend as the starts do.</summary>
    public bool EndsAscend { get; private set; } = true;

    /// <summary>The runs; valid until the list is changed.</summary>
    public ReadOnlySpan<ulong> Spans => _spans.AsSpan(0, Count);

    /// <summary>A run's first position.</summary>
    public static int StartOf(ulong span) => (int)(span >> 32);

    /// <summary>The position after a run.</summary>
    public static int EndOf(ulong span) => (int)span;

    /// <summary>Makes a run.</summary>
    public static ulong Span(int start, int end) => ((ulong)(uint)start << 32) | (uint)end;

    /// <summary>Empties the list.</summary>
    public void Clear()
    {
        Count = 0;
        _isSorted = true;
        EndsAscend = true;
    }

    /// <summary>Adds a run; in any order, if <see cref="Sort"/> is called after the last.</summary>
    public void Add(ulong span)
    {
        if (Count == _spans.Length)
        {
            Array.Resize(ref _spans, 2 * Count);
        }

        if (Count > 0)
        {
            _isSorted &= span > _spans[Count - 1];
            EndsAscend &= StartOf(span) > StartOf(_spans[Count - 1]) && EndOf(span) > EndOf(_spans[Count - 1]);
        }

        _spans[Count++] = span;
    }

    /// <summary>Holds runs of one position each and nothing else.</summary>
    /// <param name="positions">Ascending and distinct.</param>
    public void SetWords(ReadOnlySpan<int> positions)
    {
        Clear();
        if (_spans.Length < positions.Length)
        {
            _spans = new ulong[2 * positions.Length];
        }

        for (var i = 0; i < positions.Length; i++)
        {
            _spans[i] = Span(positions[i], positions[i] + 1);
        }

        Count = positions.Length;
    }

    /// <summary>Adds the runs of another list.</summary>
    public void AddAll(SpanList other)
    {
        foreach (var span in other.Spans)
        {
            Add(span);
        }
    }

    /// <summary>Brings what was added into order, and takes out what was added twice.</summary>
    public void Sort()
    {
        if (_isSorted)
        {
            return;
        }

        var unsorted = _spans.AsSpan(0, Count);
        unsorted.Sort();
        Clear();
        foreach (var span in unsorted)
        {
            if (Count == 0 || span != _spans[Count - 1])
            {
                Add(span);
            }
        }
    }

    /// <summary>Number of the first run that begins at or after a position.</summary>
    public int FirstFrom(int position)
    {
        var at = Spans.BinarySearch(Span(position, 0));
        return at < 0 ? ~at : at;
    }
}
