using SearchService.Engine.Execution;

namespace SearchService.Engine.Collect.TopK;

/// <summary>Keeps the best documents of a search: the largest keys, ties by the lower document number.</summary>
/// <remarks>
/// A bounded heap with the worst kept on top, so most documents are refused by one comparison. A score is made a key by
/// <see cref="KeyOf(double)"/>, a number's value is one as it is, or complemented for ascending order. Not thread-safe.
/// </remarks>
internal sealed class TopHits
{
    // More room is asked for as it fills: a capacity may be far above what is found.
    private const int UsualCapacity = 16;

    private readonly Scratch _scratch;
    private int _capacity;
    private readonly long _afterKey;
    private readonly int _afterDocument;
    private readonly bool _continues;
    private long[] _keys;
    private int[] _documents;

    /// <summary>Makes an empty one.</summary>
    /// <param name="capacity">Documents to keep; 0 or more.</param>
    /// <param name="scratch">Lends room.</param>
    /// <param name="after">The last hit of the page before, or null for the first page: only what comes after it is kept.</param>
    public TopHits(int capacity, Scratch scratch, (long Key, int Document)? after = null)
    {
        _capacity = capacity;
        _scratch = scratch;
        _keys = scratch.Longs(Math.Min(capacity, UsualCapacity));
        _documents = scratch.Ints(Math.Min(capacity, UsualCapacity));
        if (after is { } last)
        {
            (_afterKey, _afterDocument) = last;
            _continues = true;
        }
    }

    /// <summary>The most documents that are kept.</summary>
    public int Capacity => _capacity;

    /// <summary>Whether only what comes after another page is kept.</summary>
    public bool Continues => _continues;

    /// <summary>Documents kept so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// What the score of a document numbered above all those offered has to exceed to be kept: the worst score kept, or −1 while there is
    /// room. For keys made of scores only.
    /// </summary>
    public double ScoreThreshold => _capacity == 0 ? double.PositiveInfinity : Count < _capacity ? -1 : ScoreOf(_keys[0]);

    /// <summary>
    /// What the key of a document numbered above all those offered has to exceed to be kept; <see cref="long.MinValue"/> while there is room.
    /// </summary>
    public long KeyThreshold => _capacity == 0 ? long.MaxValue : Count < _capacity ? long.MinValue : _keys[0];

    /// <summary>A key that orders as a score does.</summary>
    /// <param name="score">0 or more, not NaN: the bits of such doubles order as integers do.</param>
    public static long KeyOf(double score) => BitConverter.DoubleToInt64Bits(score);

    /// <summary>The score of a key made by <see cref="KeyOf(double)"/>.</summary>
    public static double ScoreOf(long key) => BitConverter.Int64BitsToDouble(key);

    /// <summary>Whether a document of that key, or a lower one, and that number, or a higher one, may be among the best.</summary>
    public bool MayKeep(long key, int document) =>
        _capacity > 0 && (Count < _capacity || Precedes(key, document, _keys[0], _documents[0]));

    /// <summary>Keeps a document if it is among the best.</summary>
    public void Offer(long key, int document)
    {
        if (_capacity == 0 || (_continues && !Precedes(_afterKey, _afterDocument, key, document)))
        {
            return;
        }

        if (Count < _capacity)
        {
            if (Count == Math.Min(_keys.Length, _documents.Length))
            {
                Grow();
            }

            RiseFrom(Count++, key, document);
        }
        else if (Precedes(key, document, _keys[0], _documents[0]))
        {
            SinkFromTop(key, document, Count);
        }
    }

    /// <summary>Leaves everything out, and keeps another number of documents from now on.</summary>
    /// <param name="capacity">0 or more.</param>
    public void Clear(int capacity) => (_capacity, Count) = (capacity, 0);

    /// <summary>Takes out the worst document kept: there must be one.</summary>
    public (long Key, int Document) TakeWorst()
    {
        var worst = (_keys[0], _documents[0]);
        var last = --Count;
        if (last > 0)
        {
            SinkFromTop(_keys[last], _documents[last], last);
        }

        return worst;
    }

    private void Grow()
    {
        var length = (int)Math.Min(_capacity, Math.Max(UsualCapacity, Count * 2L));
        var keys = _scratch.Longs(length);
        var documents = _scratch.Ints(length);
        _keys.AsSpan(0, Count).CopyTo(keys);
        _documents.AsSpan(0, Count).CopyTo(documents);
        (_keys, _documents) = (keys, documents);
    }

    private static bool Precedes(long key, int document, long otherKey, int otherDocument) =>
        key > otherKey || (key == otherKey && document < otherDocument);

    private void RiseFrom(int at, long key, int document)
    {
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!Precedes(_keys[parent], _documents[parent], key, document))
            {
                break;
            }

            (_keys[at], _documents[at]) = (_keys[parent], _documents[parent]);
            at = parent;
        }

        (_keys[at], _documents[at]) = (key, document);
    }

    private void SinkFromTop(long key, int document, int count)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count)
            {
                break;
            }

            if (child + 1 < count && Precedes(_keys[child], _documents[child], _keys[child + 1], _documents[child + 1]))
            {
                child++;
            }

            if (!Precedes(key, document, _keys[child], _documents[child]))
            {
                break;
            }

            (_keys[at], _documents[at]) = (_keys[child], _documents[child]);
            at = child;
        }

        (_keys[at], _documents[at]) = (key, document);
    }
}
