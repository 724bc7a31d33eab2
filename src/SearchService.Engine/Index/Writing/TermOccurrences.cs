namespace SearchService.Engine.Index.Writing;

/// <summary>All postings of a term in memory, taken out of its stream at once; the form of the stream is given with <see cref="TextPostings"/>.</summary>
/// <remarks>
/// Reading a document at a time decides at each number whether it is a document or a position, and guesses wrong at every
/// third. Here each number is put where it belongs in either case, and one of the two places isn't advanced.
/// Reusable; not thread-safe.
/// </remarks>
internal sealed class TermOccurrences
{
    private byte[] _stream = [];
    private int[] _documents = [];
    private int[] _frequencies = []; // at first, where each document's gaps begin
    private int[] _gaps = [];
    private int _documentCount;
    private int _gapCount;

    /// <summary>The documents, ascending; valid until another term is read.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _documentCount);

    /// <summary>How often the term is in each of them.</summary>
    public ReadOnlySpan<int> Frequencies => _frequencies.AsSpan(0, _documentCount);

    /// <summary>For each document its first position, then the distances from one to the next.</summary>
    public ReadOnlySpan<int> PositionGaps => _gaps.AsSpan(0, _gapCount);

    /// <summary>Reads a term's postings.</summary>
    /// <param name="postings">Where they are; not added to meanwhile.</param>
    /// <param name="term">A term that occurs.</param>
    public void Read(TextPostings postings, int term)
    {
        int length = postings.CopyTo(term, ref _stream);
        ReadOnlySpan<byte> stream = _stream.AsSpan(0, length);
        if (stream.Length >= _gaps.Length)
        {
            // A number has at least a byte, a document at least two numbers; and one place more of each is written to.
            int room = checked(stream.Length + (stream.Length / 4) + 1);
            _gaps = new int[room];
            _documents = new int[(room / 2) + 1];
            _frequencies = new int[(room / 2) + 1];
        }

        Split(stream);
        int document = -1;
        int end = _gapCount;
        for (int i = _documentCount - 1; i >= 0; i--)
        {
            int start = _frequencies[i];
            _gaps[start]--; // the first one counts from −1
            _frequencies[i] = end - start;
            end = start;
        }

        foreach (ref int gap in _documents.AsSpan(0, _documentCount))
        {
            document += gap;
            gap = document;
        }
    }

    private void Split(ReadOnlySpan<byte> stream)
    {
        int[] documents = _documents;
        int[] starts = _frequencies;
        int[] gaps = _gaps;
        int documentCount = 0;
        int gapCount = 0;
        for (int at = 0; at < stream.Length;)
        {
            uint number = stream[at++];
            if (number >= 0x80)
            {
                number &= 0x7F;
                int shift = 7;
                uint next;
                do
                {
                    next = stream[at++];
                    number |= (next & 0x7F) << shift;
                    shift += 7;
                }
                while (next >= 0x80);
            }

            int isDocument = (int)(number & 1);
            int gap = (int)(number >> 1);
            documents[documentCount] = gap;
            starts[documentCount] = gapCount;
            documentCount += isDocument;
            gaps[gapCount] = gap;
            gapCount += 1 - isDocument;
        }

        _documentCount = documentCount;
        _gapCount = gapCount;
    }
}
