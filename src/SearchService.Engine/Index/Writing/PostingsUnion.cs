namespace SearchService.Engine.Index.Writing;

/// <summary>
/// The postings in memory of several terms as those of one: documents ascending, the positions of all of them ascending.
/// </summary>
/// <remarks>
/// A stem's postings are exactly the union of those of the words that have it, so they aren't kept in memory but read
/// from theirs when a segment is written: half the memory and half the work of indexing every form as it is met. One term
/// alone is read faster by <see cref="TermOccurrences"/>.
/// Reusable; not thread-safe.
/// </remarks>
internal sealed class PostingsUnion
{
    private readonly PriorityQueue<int, int> _next = new(); // cursors by document
    private Cursor[] _cursors = [];
    private int[] _positions = [];
    private int _count;

    /// <summary>The document moved to.</summary>
    public int Document { get; private set; }

    /// <summary>Positions in it, ascending and distinct, at least one; valid until moved.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, _count);

    /// <summary>Starts over with other terms.</summary>
    /// <param name="postings">Where they are; not added to meanwhile.</param>
    /// <param name="terms">Terms that occur, each once, never two at one position.</param>
    public void Reset(TextPostings postings, ReadOnlySpan<int> terms)
    {
        while (_cursors.Length < terms.Length)
        {
            Array.Resize(ref _cursors, Math.Max(terms.Length, _cursors.Length * 2));
        }

        _next.Clear();
        for (int i = 0; i < terms.Length; i++)
        {
            ref Cursor cursor = ref _cursors[i];
            cursor.Reader.Reset(postings, terms[i]);
            cursor.Positions ??= [];
            Advance(i);
        }
    }

    /// <summary>Moves to the next document; before the first at the start.</summary>
    /// <returns>False when there is none.</returns>
    public bool Next()
    {
        if (!_next.TryDequeue(out int cursor, out int document))
        {
            return false;
        }

        Document = document;
        if (!_next.TryPeek(out _, out int other) || other != document)
        {
            // One term alone has this document: nearly always. Its array is taken and ours given for it.
            (_positions, _cursors[cursor].Positions) = (_cursors[cursor].Positions, _positions);
            _count = _cursors[cursor].Count;
            Advance(cursor);
            return true;
        }

        _count = 0;
        do
        {
            Take(cursor);
            Advance(cursor);
        }
        while (_next.TryPeek(out cursor, out other) && other == document && _next.TryDequeue(out cursor, out _));
        _positions.AsSpan(0, _count).Sort();
        return true;
    }

    private void Take(int cursor)
    {
        ReadOnlySpan<int> positions = _cursors[cursor].Positions.AsSpan(0, _cursors[cursor].Count);
        if (_count + positions.Length > _positions.Length)
        {
            Array.Resize(ref _positions, Math.Max(_count + positions.Length, _positions.Length * 2));
        }

        positions.CopyTo(_positions.AsSpan(_count));
        _count += positions.Length;
    }

    private void Advance(int cursor)
    {
        ref Cursor moved = ref _cursors[cursor];
        if (moved.Reader.Next(ref moved.Positions, out int document, out moved.Count))
        {
            _next.Enqueue(cursor, document);
        }
    }

    private struct Cursor
    {
        public TextPostingsReader Reader;
        public int[] Positions;
        public int Count;
    }
}
