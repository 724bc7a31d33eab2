using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Segments;

/// <summary>
/// Takes the terms of one field and form, ascending by bytes, each with its documents, ascending, and their positions.
/// </summary>
/// <remarks>Call <see cref="BeginTerm"/>, then an <c>Add</c> at least once, for each term; dispose at the end. Not thread-safe.</remarks>
internal sealed class TermFieldWriter : IDisposable
{
    private readonly TermsWriter _terms;
    private readonly PostingsWriter _postings;
    private readonly PositionsWriter _positions;
    private readonly byte[] _norms;
    private readonly long[] _starts;
    private readonly byte[] _term = new byte[TermsFormat.MaxTermLength];
    private Action<TermsExtent>? _finished;
    private int _termLength;

    internal TermFieldWriter(TermsWriter terms, PostingsWriter postings, PositionsWriter positions, byte[] norms, long[] starts, Action<TermsExtent> finished)
    {
        _terms = terms;
        _postings = postings;
        _positions = positions;
        _norms = norms;
        _starts = starts;
        _finished = finished;
    }

    /// <summary>Ends the term before, and begins one.</summary>
    /// <param name="term">1 to 255 bytes, above the term before; copied.</param>
    public void BeginTerm(ReadOnlySpan<byte> term)
    {
        EndTerm();
        if (term.IsEmpty || term.Length > TermsFormat.MaxTermLength)
        {
            throw new ArgumentException($"A term has 1 to {TermsFormat.MaxTermLength} bytes; this one has {term.Length}.", nameof(term));
        }

        term.CopyTo(_term);
        _termLength = term.Length;
    }

    /// <summary>Adds a document of the present term.</summary>
    /// <param name="document">Above the one before, below the count of stored documents.</param>
    /// <param name="positions">Ascending and distinct; as many as the term's frequency, at least one.</param>
    public void Add(int document, ReadOnlySpan<int> positions)
    {
        _postings.Add(document, positions.Length, _norms[document]);
        _positions.Add(document, positions);
    }

    /// <summary>Adds many documents of the present term at once.</summary>
    /// <param name="documents">Ascending, above those before.</param>
    /// <param name="frequencies">As many; each at least 1.</param>
    /// <param name="positionGaps">For each document, as many as its frequency says: its first position, then the distances from one to the next.</param>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> positionGaps)
    {
        byte[] norms = _norms;
        for (int i = 0; i < documents.Length; i++)
        {
            _postings.Add(documents[i], frequencies[i], norms[documents[i]]);
        }

        _positions.AddGaps(documents, frequencies, positionGaps);
    }

    /// <summary>
    /// Ends the last term and the dictionary. A last term without documents is dropped, not complained of: an exception
    /// may be on its way through the <c>using</c>, and must not be hidden by another.
    /// </summary>
    public void Dispose()
    {
        if (_finished is { } finished)
        {
            if (_postings.DocumentFrequency > 0)
            {
                EndTerm();
            }

            _finished = null;
            finished(_terms.Finish());
        }
    }

    private void EndTerm()
    {
        if (_termLength == 0)
        {
            return;
        }

        int documentFrequency = _postings.DocumentFrequency;
        long totalFrequency = _postings.TotalFrequency;
        if (documentFrequency == 0)
        {
            throw new InvalidOperationException("A term needs at least one document.");
        }

        long postings = _postings.EndTerm();
        long positions = _positions.EndTerm(_starts);
        _terms.Add(_term.AsSpan(0, _termLength), new TermEntry(documentFrequency, totalFrequency, postings, positions));
        _termLength = 0;
    }
}
