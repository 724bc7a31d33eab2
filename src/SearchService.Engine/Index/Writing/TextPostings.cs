namespace SearchService.Engine.Index.Writing;

/// <summary>
/// The postings of a segment in memory: for each term, documents and positions, in one byte stream a term.
/// </summary>
/// <remarks>
/// <para>Stream of a term, all numbers LEB128, gaps at least 1; the lowest bit tells documents from positions:</para>
/// <code>
/// stream   := posting*
/// posting  := (documentGap « 1 | 1) (positionGap « 1)+      the first gaps count from −1
/// </code>
/// <para>
/// One stream as in tantivy's <c>TfAndPositionRecorder</c>, where Lucene keeps two (documents with frequencies, and
/// positions): an occurrence then touches one cache line more than the term's own. A bit a number costs less than the
/// byte that Lucene's frequency, or a mark at the end of each posting, would.
/// </para>
/// <para>Not thread-safe.</para>
/// </remarks>
internal sealed class TextPostings
{
    private readonly BytePool _pool = new();
    private TermPostings[] _terms = new TermPostings[256];
    private int[] _heads = new int[256]; // addresses of the streams' first slices: of no use before they are read
    private int _termCount;

    /// <summary>Memory the postings take, in bytes.</summary>
    public long SizeInBytes => _pool.SizeInBytes + (_termCount * (long)(TermPostings.SizeInBytes + sizeof(int)));

    /// <summary>Makes room for terms with ids below a count; new ones have no postings.</summary>
    public void EnsureTerms(int count)
    {
        _termCount = count;
        if (count > _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(count, _terms.Length * 2));
            Array.Resize(ref _heads, _terms.Length);
        }
    }

    /// <summary>Adds the occurrences of a document's tokens in one field.</summary>
    /// <param name="tokens">The tokens' terms in the order of their positions, from 0: ids room was made for.</param>
    /// <param name="document">Above any document added before to these terms.</param>
    public void Add(ReadOnlySpan<int> tokens, int document)
    {
        TermPostings[] terms = _terms;
        BytePool pool = _pool;
        for (int position = 0; position < tokens.Length; position++)
        {
            ref TermPostings postings = ref terms[tokens[position]];
            if (postings.NextDocument != document + 1)
            {
                BeginPosting(ref postings, tokens[position], document);
            }

            pool.WriteNumber(ref postings.Stream, (uint)(position + 1 - postings.NextPosition) << 1);
            postings.NextPosition = position + 1;
        }
    }

    /// <summary>Whether a term has postings.</summary>
    public bool Occurs(int term) => term < _terms.Length && _terms[term].NextDocument != 0;

    /// <summary>Copies a term's stream.</summary>
    /// <param name="term">A term that occurs.</param>
    /// <param name="stream">Filled from its beginning; grown as needed.</param>
    /// <returns>The stream's length in bytes.</returns>
    public int CopyTo(int term, ref byte[] stream) => _pool.CopyTo(_heads[term], _terms[term].Stream, ref stream);

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_terms);
        _termCount = 0;
        _pool.Clear();
    }

    private void BeginPosting(ref TermPostings postings, int term, int document)
    {
        if (postings.NextDocument == 0)
        {
            postings.Stream = _pool.Begin();
            _heads[term] = postings.Stream.Write;
        }

        _pool.WriteNumber(ref postings.Stream, ((uint)(document + 1 - postings.NextDocument) << 1) | 1);
        postings.NextDocument = document + 1;
        postings.NextPosition = 0;
    }

    private struct TermPostings
    {
        public const int SizeInBytes = 16;

        public ByteStream Stream;
        public int NextDocument; // the last document + 1; 0 before the first
        public int NextPosition; // the last position in it + 1
    }
}
