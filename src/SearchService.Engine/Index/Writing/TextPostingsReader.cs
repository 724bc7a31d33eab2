namespace SearchService.Engine.Index.Writing;

/// <summary>Reads the postings of one term in memory, a document at a time. A mutable value with a buffer of its own: don't copy it, use it again.</summary>
/// <remarks>
/// The stream is copied out of its slices first (its form is given with <see cref="TextPostings"/>): a slice of a rare
/// term has a few bytes, and asking after each byte whether it was a slice's last took longer than the copy.
/// </remarks>
internal struct TextPostingsReader
{
    private byte[] _stream;
    private int _length;
    private int _at;
    private int _document;

    /// <summary>Starts over with a term.</summary>
    /// <param name="postings">Where its postings are.</param>
    /// <param name="term">A term that occurs.</param>
    public void Reset(TextPostings postings, int term)
    {
        _stream ??= [];
        _length = postings.CopyTo(term, ref _stream);
        _at = 0;
        _document = -1;
    }

    /// <summary>Moves to the next document.</summary>
    /// <param name="positions">Filled with the term's positions in it, ascending; grown as needed.</param>
    /// <param name="document">The document, above the one before.</param>
    /// <param name="frequency">How many positions there are, at least 1.</param>
    /// <returns>False when there is none.</returns>
    public bool Next(ref int[] positions, out int document, out int frequency)
    {
        frequency = 0;
        ReadOnlySpan<byte> stream = _stream.AsSpan(0, _length);
        int at = _at;
        if (at == stream.Length)
        {
            document = 0;
            return false;
        }

        _document += (int)(ReadNumber(stream, ref at) >> 1);
        document = _document;
        int[] room = positions;
        int position = -1;
        int count = 0;
        do
        {
            if (count == room.Length)
            {
                Array.Resize(ref positions, Math.Max(16, count * 2));
                room = positions;
            }

            position += (int)(ReadNumber(stream, ref at) >> 1);
            room[count++] = position;
        }
        while (at < stream.Length && (stream[at] & 1) == 0);
        _at = at;
        frequency = count;
        return true;
    }

    private static uint ReadNumber(ReadOnlySpan<byte> stream, ref int at)
    {
        uint value = stream[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            uint next = stream[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
