namespace SearchService.Engine.Segments.Columns;

/// <summary>Collects the values of a number field, document by document, until a column is written of them.</summary>
/// <remarks>Reusable by <see cref="Clear"/>; not thread-safe.</remarks>
internal sealed class NumberColumnBuilder
{
    private readonly List<int> _documents = [];
    private readonly List<long> _values = [];

    /// <summary>How many documents have a value.</summary>
    public int Count => _documents.Count;

    /// <summary>The documents, ascending, and their values.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public (int Document, long Value) this[int index] => (_documents[index], _values[index]);

    /// <summary>Adds the value of a document.</summary>
    /// <param name="document">Above the one before.</param>
    /// <param name="value">Any 64-bit integer.</param>
    /// <exception cref="ArgumentException">The document isn't above the one before.</exception>
    public void Add(int document, long value)
    {
        if (_documents.Count > 0 && document <= _documents[^1])
        {
            throw new ArgumentException($"Document {document} after {_documents[^1]}: a document has at most one number in a field.", nameof(document));
        }

        _documents.Add(document);
        _values.Add(value);
    }

    /// <summary>Forgets everything, keeps the capacity.</summary>
    public void Clear()
    {
        _documents.Clear();
        _values.Clear();
    }
}
