using System.Text;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index.Writing;

/// <summary>The values of one keyword field in memory: a dictionary in order of arrival, and each document's values by number.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class KeywordBuffer
{
    private readonly TermTable _values = new();
    private int[] _ids = new int[64]; // of all documents, one after another
    private int _idCount;
    private int[] _ends = new int[64]; // by document: where its ids end
    private int _documentCount; // as far as documents had values
    private byte[] _utf8 = new byte[256];

    /// <summary>Memory the values take, in bytes.</summary>
    public long SizeInBytes => _values.SizeInBytes + (((long)_idCount + _documentCount) * sizeof(int));

    /// <summary>The distinct values, in order of arrival.</summary>
    public TermTable Values => _values;

    /// <summary>Adds a value of a document; equal ones count once.</summary>
    /// <param name="document">Not below any document added before.</param>
    /// <param name="value">At most <see cref="TermTable.MaxLengthInBytes"/> bytes in UTF-8; unpaired surrogates become U+FFFD.</param>
    public void Add(int document, string value)
    {
        int needed = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (needed > _utf8.Length)
        {
            _utf8 = new byte[needed];
        }

        int length = Encoding.UTF8.GetBytes(value, _utf8);
        int id = _values.GetOrAdd(0, _utf8.AsSpan(0, length));
        Fill(document);
        int start = document == 0 ? 0 : _ends[document - 1];
        if (_ids.AsSpan(start, _idCount - start).Contains(id))
        {
            return;
        }

        if (_idCount == _ids.Length)
        {
            Array.Resize(ref _ids, _idCount * 2);
        }

        _ids[_idCount++] = id;
        _ends[document] = _idCount;
    }

    /// <summary>The numbers of a document's values, each once, in order of arrival.</summary>
    public ReadOnlySpan<int> Ids(int document)
    {
        if (document >= _documentCount)
        {
            return [];
        }

        int start = document == 0 ? 0 : _ends[document - 1];
        return _ids.AsSpan(start, _ends[document] - start);
    }

    /// <summary>The column of these values: values sorted by bytes, each document's ordinals ascending.</summary>
    /// <param name="documentCount">How many documents the segment has, with those that have no value.</param>
    public KeywordColumnData ToColumn(int documentCount)
    {
        int[] order = TermOrder.ByGroup(_values, groups: 1)[0];
        int[] ordinalOf = new int[order.Length];
        byte[][] values = new byte[order.Length][];
        for (int ordinal = 0; ordinal < order.Length; ordinal++)
        {
            ordinalOf[order[ordinal]] = ordinal;
            values[ordinal] = _values.Bytes(order[ordinal]).ToArray();
        }

        int[] starts = new int[documentCount + 1];
        int[] ordinals = new int[_idCount];
        for (int document = 0; document < documentCount; document++)
        {
            ReadOnlySpan<int> ids = Ids(document);
            Span<int> target = ordinals.AsSpan(starts[document], ids.Length);
            for (int i = 0; i < ids.Length; i++)
            {
                target[i] = ordinalOf[ids[i]];
            }

            target.Sort();
            starts[document + 1] = starts[document] + ids.Length;
        }

        return new KeywordColumnData(values, starts, ordinals);
    }

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        _values.Clear();
        _idCount = 0;
        _documentCount = 0;
    }

    /// <summary>Gives every document up to this one an end.</summary>
    private void Fill(int document)
    {
        if (document >= _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(document + 1, _ends.Length * 2));
        }

        while (_documentCount <= document)
        {
            _ends[_documentCount++] = _idCount;
        }
    }
}
