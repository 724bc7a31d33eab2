namespace SearchService.Engine.Index.Writing;

/// <summary>The values of one number field in memory: documents that have one, ascending, and their numbers.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NumberBuffer
{
    private int[] _documents = new int[64];
    private long[] _values = new long[64];
    private int _count;

    /// <summary>Memory held, in bytes.</summary>
    public long SizeInBytes => ((long)_documents.Length * sizeof(int)) + ((long)_values.Length * sizeof(long));

    /// <summary>The documents that have a number, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>Their numbers, one for one.</summary>
    public ReadOnlySpan<long> Values => _values.AsSpan(0, _count);

    /// <summary>Sets a document's number.</summary>
    /// <param name="document">Above every document set before.</param>
    /// <param name="value">Any number.</param>
    public void Add(int document, long value)
    {
        if (_count == _documents.Length)
        {
            Array.Resize(ref _documents, _count * 2);
            Array.Resize(ref _values, _count * 2);
        }

        _documents[_count] = document;
        _values[_count++] = value;
    }

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear() => _count = 0;
}
