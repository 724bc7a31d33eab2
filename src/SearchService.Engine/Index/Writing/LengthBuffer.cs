namespace SearchService.Engine.Index.Writing;

/// <summary>The lengths of one text field in memory: tokens by document.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LengthBuffer
{
    private int[] _lengths = new int[64];
    private int _documentCount; // as far as documents had the field

    /// <summary>Memory the lengths take, in bytes.</summary>
    public long SizeInBytes => (long)_documentCount * sizeof(int);

    /// <summary>Sets a document's length; those never set have length 0.</summary>
    /// <param name="document">Above every document set before.</param>
    /// <param name="tokens">How many tokens the field has in it.</param>
    public void Add(int document, int tokens)
    {
        if (document >= _lengths.Length)
        {
            Array.Resize(ref _lengths, Math.Max(document + 1, _lengths.Length * 2));
        }

        _lengths.AsSpan(_documentCount, document - _documentCount).Clear();
        _lengths[document] = tokens;
        _documentCount = document + 1;
    }

    /// <summary>The length of each document, in tokens; valid until the next change.</summary>
    /// <param name="documents">How many documents there are; not below any that was set.</param>
    public ReadOnlySpan<int> Of(int documents)
    {
        if (documents > _documentCount)
        {
            Add(documents - 1, 0);
        }

        return _lengths.AsSpan(0, documents);
    }

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear() => _documentCount = 0;
}
