namespace SearchService.Engine.Index.Writing;

/// <summary>Reads the postings of one term in memory, a document at a time. A mutable value: don't copy it.</summary>
internal struct TextPostingsReader
{
    private BytePoolReader _stream;
    private int _document = -1;

    /// <summary>Opens a term's stream (its form is given with <see cref="TextPostings"/>).</summary>
    public TextPostingsReader(BytePool pool, in ByteStream stream) => _stream = new BytePoolReader(pool, stream);

    /// <summary>Moves to the next document.</summary>
    /// <param name="positions">Filled with the term's positions in it, ascending; grown as needed.</param>
    /// <param name="document">The document, above the one before.</param>
    /// <param name="frequency">How many positions there are, at least 1.</param>
    /// <returns>False when there is none.</returns>
    public bool Next(ref int[] positions, out int document, out int frequency)
    {
        frequency = 0;
        if (_stream.AtEnd)
        {
            document = 0;
            return false;
        }

        _document += (int)_stream.ReadNumber();
        document = _document;
        int position = -1;
        while (!_stream.AtEnd)
        {
            int gap = (int)_stream.ReadNumber();
            if (gap == 0)
            {
                break;
            }

            if (frequency == positions.Length)
            {
                Array.Resize(ref positions, Math.Max(16, frequency * 2));
            }

            position += gap;
            positions[frequency++] = position;
        }

        return true;
    }
}
