namespace SearchService.Engine.Index.Writing;

/// <summary>
/// The postings of a segment in memory: for each term, documents and positions, in one byte stream a term.
/// </summary>
/// <remarks>
/// <para>Stream of a term, all numbers LEB128, gaps at least 1:</para>
/// <code>
/// stream   := posting (0 posting)*
/// posting  := documentGap positionGap+      the first gaps count from −1
/// </code>
/// <para>
/// One stream as in tantivy's <c>TfAndPositionRecorder</c>, where Lucene keeps two (documents with frequencies, and
/// positions): an occurrence then touches one cache line more than the term's own. The zero that ends a posting costs a
/// byte where Lucene's frequency would.
/// </para>
/// <para>Not thread-safe.</para>
/// </remarks>
internal sealed class TextPostings
{
    private readonly BytePool _pool = new();
    private TermPostings[] _terms = new TermPostings[256];
    private int _termCount;

    /// <summary>Memory the postings take, in bytes.</summary>
    public long SizeInBytes => _pool.SizeInBytes + (_termCount * (long)TermPostings.SizeInBytes);

    /// <summary>Makes room for terms with ids below a count; new ones have no postings.</summary>
    public void EnsureTerms(int count)
    {
        _termCount = count;
        if (count > _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(count, _terms.Length * 2));
        }
    }

    /// <summary>Adds an occurrence.</summary>
    /// <param name="term">An id room was made for.</param>
    /// <param name="document">Not below any document added before.</param>
    /// <param name="position">Above any position of the term added before in this document.</param>
    public void Add(int term, int document, int position)
    {
        ref TermPostings postings = ref _terms[term];
        if (postings.NextDocument != document + 1)
        {
            BeginPosting(ref postings, document);
        }

        _pool.WriteNumber(ref postings.Stream, (uint)(position + 1 - postings.NextPosition));
        postings.NextPosition = position + 1;
    }

    /// <summary>Whether a term has postings.</summary>
    public bool Occurs(int term) => term < _terms.Length && _terms[term].NextDocument != 0;

    /// <summary>Reads a term's postings, which must not be added to meanwhile.</summary>
    public TextPostingsReader Read(int term) => new(_pool, _terms[term].Stream);

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_terms);
        _termCount = 0;
        _pool.Clear();
    }

    private void BeginPosting(ref TermPostings postings, int document)
    {
        if (postings.NextDocument == 0)
        {
            postings.Stream = _pool.Begin();
        }
        else
        {
            _pool.WriteNumber(ref postings.Stream, 0);
        }

        _pool.WriteNumber(ref postings.Stream, (uint)(document + 1 - postings.NextDocument));
        postings.NextDocument = document + 1;
        postings.NextPosition = 0;
    }

    private struct TermPostings
    {
        public const int SizeInBytes = 20;

        public ByteStream Stream;
        public int NextDocument; // the last document + 1; 0 before the first
        public int NextPosition; // the last position in it + 1
    }
}
