using System.Diagnostics.CodeAnalysis;
using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Takes documents and writes segments of them: terms, postings and columns are collected in memory up to a bound,
/// stored bytes go to the segment's file at once.
/// </summary>
/// <remarks>Not thread-safe. Disposed of with documents in memory, it deletes what it had begun to write.</remarks>
internal sealed class SegmentBuilder : IDisposable
{
    private const int NumberSizeInBytes = sizeof(int) + sizeof(long); // of a number and its document in a column builder

    private readonly IIndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly long _bufferBytes;
    private readonly SegmentNames _names;
    private readonly int _lane;
    private readonly TextInverter _text;
    private readonly LengthBuffer?[] _lengths; // by field, for text
    private readonly KeywordBuffer?[] _keywords; // by field, for keywords
    private readonly NumberColumnBuilder?[] _numberColumns; // by field, for numbers
    private SegmentInfo? _flushed; // not taken yet
    private SegmentWriter? _writer; // open while documents are in memory

    /// <summary>Prepares a builder; nothing is written before the first document.</summary>
    /// <param name="directory">Where segments are written.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="analyzer">Reads texts.</param>
    /// <param name="options">The buffer and the limits.</param>
    /// <param name="names">Names for its segments.</param>
    /// <param name="lane">Its lane among them.</param>
    public SegmentBuilder(
        IIndexDirectory directory,
        IndexSchema schema,
        TextAnalyzer analyzer,
        IndexWriterOptions options,
        SegmentNames names,
        int lane)
    {
        _directory = directory;
        _schema = schema;
        _bufferBytes = options.BufferBytesPerBuilder;
        _names = names;
        _lane = lane;
        _text = new TextInverter(schema, analyzer, options.MaxTokensPerField);
        _lengths = [.. schema.Fields.Select(field => field.Kind == FieldKind.Text ? new LengthBuffer() : null)];
        _keywords = [.. schema.Fields.Select(field => field.Kind == FieldKind.Keyword ? new KeywordBuffer() : null)];
        _numberColumns = [.. schema.Fields.Select(field => field.Kind == FieldKind.Number ? new NumberColumnBuilder() : null)];
    }

    /// <summary>Adds a document, and writes a segment when the buffer is full; then take it before adding more.</summary>
    /// <param name="values">Values that suit the schema, at most one number a field.</param>
    /// <param name="stored">The bytes to store.</param>
    /// <param name="analyzer">Reads its texts; null for the builder's own.</param>
    /// <param name="cancellation">Ends long work.</param>
    /// <param name="cause">Why the document was left out.</param>
    /// <returns>False when the document can't be analysed. It has left no trace then.</returns>
    /// <exception cref="IOException">The segment can't be written; the builder is of no more use.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the builder is of no more use.</exception>
    public bool TryAdd(
        ReadOnlySpan<FieldValue> values,
        ReadOnlySpan<byte> stored,
        TextAnalyzer? analyzer,
        CancellationToken cancellation,
        [NotNullWhen(false)] out Exception? cause)
    {
        try
        {
            _text.Analyze(values, analyzer, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            cause = e;
            return false;
        }

        _writer ??= Begin();
        int document = _writer.DocumentCount;
        _writer.AddStored(stored);
        _text.Append(document);
        foreach (TextInverter.FieldTokens field in _text.Fields)
        {
            _lengths[field.Field]!.Add(document, field.Count);
        }

        foreach (ref readonly FieldValue value in values)
        {
            _keywords[value.Field]?.Add(document, value.Text!);
            _numberColumns[value.Field]?.Add(document, value.Number);
        }

        if (MeasureBytes() >= _bufferBytes)
        {
            Flush(cancellation);
        }

        cause = null;
        return true;
    }

    /// <summary>Writes a segment of the documents in memory, if there are any, and empties the buffer.</summary>
    /// <param name="cancellation">Looked at once a term.</param>
    public void Flush(CancellationToken cancellation)
    {
        if (_writer is not { } writer)
        {
            return;
        }

        int[][] order = TermOrder.ByGroup(_text.Terms, _schema.Fields.Length * TextInverter.FormsPerField);
        var terms = new BufferedTerms(_text, order);
        for (int field = 0; field < _schema.Fields.Length; field++)
        {
            if (_lengths[field] is { } lengths)
            {
                writer.WriteLengths(field, lengths.Of(writer.DocumentCount));
                terms.Write(writer, field, _schema[field].Forms, cancellation);
            }
            else if (_keywords[field] is { } keywords)
            {
                writer.WriteKeywords(field, keywords.ToColumn(writer.DocumentCount));
            }
            else
            {
                writer.WriteNumbers(field, _numberColumns[field]!);
            }
        }

        _flushed = writer.Finish();
        writer.Dispose();
        _writer = null;
        Clear();
    }

    /// <summary>The segment that was written since the last call, or null.</summary>
    public SegmentInfo? TryTakeSegment()
    {
        SegmentInfo? taken = _flushed;
        _flushed = null;
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    // What the documents in memory take, not what arrays kept from earlier segments could hold: that would make each
    // segment after an unusual one smaller, down to one document.
    private long MeasureBytes()
    {
        long size = _text.SizeInBytes;
        for (int field = 0; field < _schema.Fields.Length; field++)
        {
            size += _lengths[field]?.SizeInBytes ?? 0;
            size += _keywords[field]?.SizeInBytes ?? 0;
            size += (_numberColumns[field]?.Count ?? 0) * (long)NumberSizeInBytes;
        }

        return size;
    }

    private SegmentWriter Begin()
    {
        (string name, Guid id) = _names.Next(_lane);
        return new SegmentWriter(_directory, _schema, name, id);
    }

    private void Clear()
    {
        _text.Clear();
        foreach (LengthBuffer? lengths in _lengths)
        {
            lengths?.Clear();
        }

        foreach (KeywordBuffer? keywords in _keywords)
        {
            keywords?.Clear();
        }

        foreach (NumberColumnBuilder? numbers in _numberColumns)
        {
            numbers?.Clear();
        }
    }
}
