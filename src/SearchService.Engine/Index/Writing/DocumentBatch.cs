using System.Runtime.InteropServices;
using SearchService.Analysis;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Documents on their way to a builder thread: strings by reference, stored bytes copied into one buffer. Used again
/// once its documents are indexed.
/// </summary>
/// <remarks>Owned by one thread at a time; the queue hands it over.</remarks>
internal sealed class DocumentBatch
{
    /// <summary>A batch is dealt out when it has this many documents…</summary>
    public const int MaxDocuments = 64;

    /// <summary>… or this weight, so that a few books don't stand in the queue as 64.</summary>
    public const long MaxWeight = 1 << 21;

    // A buffer that a monster made large isn't kept.
    private const int MaxKeptStoredBytes = 1 << 21;

    private readonly List<FieldValue> _values = [];
    private readonly Ends[] _ends = new Ends[MaxDocuments];
    private byte[] _stored = [];
    private int _storedLength;

    /// <summary>How many documents it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the first document, counted over all that were handed to the writer.</summary>
    public long FirstNumber { get; private set; }

    /// <summary>UTF-16 units of text and keywords plus stored bytes: what the queue counts.</summary>
    public long Weight { get; private set; }

    /// <summary>Whether it should be dealt out.</summary>
    public bool IsFull => Count == MaxDocuments || Weight >= MaxWeight;

    /// <summary>Appends a document.</summary>
    /// <param name="document">Copied: the caller may change it at once.</param>
    /// <param name="number">One more than that of the document before.</param>
    public void Add(Document document, long number)
    {
        if (Count == 0)
        {
            FirstNumber = number;
        }

        ReadOnlySpan<byte> stored = document.Stored.Span;
        int needed = checked(_storedLength + stored.Length);
        if (needed > _stored.Length)
        {
            Array.Resize(ref _stored, (int)Math.Min(Math.Max(needed, 2L * _stored.Length), Array.MaxLength));
        }

        stored.CopyTo(_stored.AsSpan(_storedLength));
        _storedLength = needed;
        Weight += stored.Length;

        foreach (ref readonly FieldValue value in document.Values)
        {
            _values.Add(value);
            Weight += value.Text?.Length ?? 0;
        }

        _ends[Count++] = new Ends(_values.Count, _storedLength, document.Analyzer);
    }

    /// <summary>A document's values in the order added; valid until <see cref="Clear"/>.</summary>
    /// <param name="index">Below <see cref="Count"/>.</param>
    public ReadOnlySpan<FieldValue> Values(int index)
    {
        int start = Start(index).Values;
        return CollectionsMarshal.AsSpan(_values)[start.._ends[index].Values];
    }

    /// <summary>A document's stored bytes; valid until <see cref="Clear"/>.</summary>
    /// <param name="index">Below <see cref="Count"/>.</param>
    public ReadOnlySpan<byte> Stored(int index)
    {
        int start = Start(index).Stored;
        return _stored.AsSpan(start, _ends[index].Stored - start);
    }

    /// <summary>How a document's texts are read; null for the index's own way.</summary>
    /// <param name="index">Below <see cref="Count"/>.</param>
    public TextAnalyzer? Analyzer(int index) => _ends[index].Analyzer;

    /// <summary>Lets go of the strings.</summary>
    public void Clear()
    {
        _values.Clear();
        _storedLength = 0;
        if (_stored.Length > MaxKeptStoredBytes)
        {
            _stored = [];
        }

        Count = 0;
        Weight = 0;
    }

    private Ends Start(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return index == 0 ? default : _ends[index - 1];
    }

    private readonly record struct Ends(int Values, int Stored, TextAnalyzer? Analyzer);
}
