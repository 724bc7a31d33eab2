using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Norms;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Store;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments;

/// <summary>
/// Writes the files of one segment, in this order: all stored documents; then, per field in any order, its lengths and
/// dictionaries or its column; then <see cref="Finish"/>.
/// </summary>
/// <remarks>
/// Not thread-safe. Disposed of before <see cref="Finish"/>, it deletes what it wrote. Fields that aren't written are
/// empty ones.
/// </remarks>
internal sealed class SegmentWriter : IDisposable
{
    private readonly IIndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly Guid _id;
    private readonly List<IndexOutput> _outputs = [];
    private readonly IndexOutput _normsOutput;
    private readonly IndexOutput _columnsOutput;
    private readonly StoreWriter _store;
    private readonly TermsWriter _terms;
    private readonly PostingsWriter _postings;
    private readonly PositionsWriter _positions;
    private readonly FieldStatistics[] _statistics;
    private readonly long[] _normsStarts;
    private readonly byte[]?[] _norms;
    private readonly long[]?[] _starts; // in the field's position space
    private readonly TermsExtent?[][] _extents; // by field, by place of the form in the field's definition
    private readonly ColumnExtent?[] _columns;
    private TermFieldWriter? _openField;
    private bool _finished;

    /// <summary>Begins a segment.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="schema">The schema of the index.</param>
    /// <param name="name">A name that was never used in this index.</param>
    /// <param name="id">An id of its own.</param>
    public SegmentWriter(IIndexDirectory directory, IndexSchema schema, string name, Guid id)
    {
        _directory = directory;
        _schema = schema;
        _id = id;
        Name = name;
        int fields = schema.Fields.Length;
        _statistics = new FieldStatistics[fields];
        _normsStarts = new long[fields];
        _norms = new byte[]?[fields];
        _starts = new long[]?[fields];
        _columns = new ColumnExtent?[fields];
        _extents = [.. schema.Fields.Select(field => new TermsExtent?[field.Forms.Length])];
        try
        {
            _store = new StoreWriter(Begin(SegmentFiles.Store, IndexFileKind.Store));
            _terms = new TermsWriter(Begin(SegmentFiles.Terms, IndexFileKind.Terms));
            _postings = new PostingsWriter(Begin(SegmentFiles.Postings, IndexFileKind.Postings));
            _positions = new PositionsWriter(Begin(SegmentFiles.Positions, IndexFileKind.Positions));
            _normsOutput = Begin(SegmentFiles.Norms, IndexFileKind.Norms);
            _columnsOutput = Begin(SegmentFiles.Columns, IndexFileKind.Columns);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The segment's name.</summary>
    public string Name { get; }

    /// <summary>How many documents were stored so far; their ids are their order.</summary>
    public int DocumentCount => _store.Count;

    /// <summary>Adds the stored bytes of the next document; every document has some, be they none.</summary>
    /// <param name="stored">The bytes.</param>
    public void AddStored(ReadOnlySpan<byte> stored) => _store.Add(stored);

    /// <summary>Adds the next documents as a whole block of another segment's store.</summary>
    /// <param name="block">The block as it is in its file.</param>
    /// <param name="documents">How many documents it holds.</param>
    public void AddStoredBlock(ReadOnlySpan<byte> block, int documents) => _store.AddBlock(block, documents);

    /// <summary>Writes the lengths of a text field; comes before its dictionaries, whose impacts and positions are made of them.</summary>
    /// <param name="field">The number of a text field.</param>
    /// <param name="lengths">How many token positions each document has in the field; 0 for documents without it.</param>
    public void WriteLengths(int field, ReadOnlySpan<int> lengths)
    {
        CheckKind(field, FieldKind.Text);
        if (lengths.Length != DocumentCount)
        {
            throw new ArgumentException($"{lengths.Length} lengths for {DocumentCount} documents.", nameof(lengths));
        }

        byte[] norms = new byte[lengths.Length];
        long tokens = 0;
        int documents = 0;
        for (int document = 0; document < norms.Length; document++)
        {
            norms[document] = NormCodec.Encode(lengths[document]);
            tokens += lengths[document];
            documents += lengths[document] > 0 ? 1 : 0;
        }

        _normsOutput.Align(sizeof(long));
        _normsStarts[field] = _normsOutput.Position;
        _starts[field] = PositionSpace.Write(_normsOutput, lengths);
        _normsOutput.WriteBytes(norms);
        _norms[field] = norms;
        _statistics[field] = new FieldStatistics(documents, tokens);
    }

    /// <summary>Begins the dictionary of a field and form; one is open at a time.</summary>
    /// <param name="field">The number of a text field whose lengths were written.</param>
    /// <param name="form">A form that the schema lists for it.</param>
    /// <returns>Takes the terms; the dictionary is done when it is disposed of.</returns>
    public TermFieldWriter BeginTerms(int field, TermForm form)
    {
        CheckKind(field, FieldKind.Text);
        byte[] norms = _norms[field] ?? throw new InvalidOperationException($"The lengths of field '{_schema[field].Name}' come before its terms.");
        int place = _schema[field].Forms.IndexOf(form);
        if (place < 0 || _extents[field][place] is not null || _openField is not null)
        {
            throw new InvalidOperationException($"Form {form} of field '{_schema[field].Name}' isn't indexed, is written already, or another is open.");
        }

        return _openField = new TermFieldWriter(_terms, _postings, _positions, norms, _starts[field]!, extent =>
        {
            _extents[field][place] = extent;
            _openField = null;
        });
    }

    /// <summary>Writes a keyword column.</summary>
    /// <param name="field">The number of a keyword field.</param>
    /// <param name="data">Its values, and those of each document.</param>
    public void WriteKeywords(int field, KeywordColumnData data)
    {
        CheckKind(field, FieldKind.Keyword);
        if (data.Starts.Length != DocumentCount + 1)
        {
            throw new ArgumentException($"A column of {data.Starts.Length - 1} documents for {DocumentCount}.", nameof(data));
        }

        _columns[field] = KeywordColumnWriter.Write(_columnsOutput, data);
        int with = 0;
        for (int document = 0; document < DocumentCount; document++)
        {
            with += data.Starts[document + 1] > data.Starts[document] ? 1 : 0;
        }

        _statistics[field] = new FieldStatistics(with, 0);
    }

    /// <summary>Writes a number column.</summary>
    /// <param name="field">The number of a number field.</param>
    /// <param name="values">Its values.</param>
    public void WriteNumbers(int field, NumberColumnBuilder values)
    {
        CheckKind(field, FieldKind.Number);
        _columns[field] = NumberColumnWriter.Write(_columnsOutput, values, DocumentCount);
        _statistics[field] = new FieldStatistics(values.Count, 0);
    }

    /// <summary>Writes what is missing, ends all files and makes their bytes durable.</summary>
    /// <returns>What the manifest has to know of the segment.</returns>
    public SegmentInfo Finish()
    {
        WriteMissing();
        StoreExtent store = _store.Finish();
        var files = ImmutableArray.CreateBuilder<WrittenFileInfo>(_outputs.Count + 1);
        foreach (IndexOutput output in _outputs)
        {
            files.Add(output.Finish());
        }

        var layout = new SegmentLayout(DocumentCount, [.. Enumerable.Range(0, _schema.Fields.Length).Select(LayoutOf)], store);
        IndexOutput segment = Begin(SegmentFiles.Segment, IndexFileKind.Segment);
        layout.Write(segment);
        files.Add(segment.Finish());
        _finished = true;
        files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new SegmentInfo(Name, _id, DocumentCount, files.MoveToImmutable(), [.. _statistics]);
    }

    /// <summary>Closes the files and, if the segment isn't finished, deletes them.</summary>
    public void Dispose()
    {
        foreach (IndexOutput output in _outputs)
        {
            output.Dispose();
        }

        if (!_finished)
        {
            _directory.Leases.Delete(_outputs.Select(output => output.Name), _directory);
            _finished = true;
        }
    }

    private IndexOutput Begin(string suffix, IndexFileKind kind)
    {
        var output = new IndexOutput(_directory, Name + suffix, kind, _id);
        _outputs.Add(output);
        return output;
    }

    private void WriteMissing()
    {
        for (int field = 0; field < _schema.Fields.Length; field++)
        {
            switch (_schema[field].Kind)
            {
                case FieldKind.Keyword when _columns[field] is null:
                    WriteKeywords(field, new KeywordColumnData([], new int[DocumentCount + 1], []));
                    break;
                case FieldKind.Number when _columns[field] is null:
                    WriteNumbers(field, new NumberColumnBuilder());
                    break;
                case FieldKind.Text:
                    WriteMissingText(field);
                    break;
            }
        }
    }

    private void WriteMissingText(int field)
    {
        if (_norms[field] is null)
        {
            WriteLengths(field, new int[DocumentCount]);
        }

        for (int place = 0; place < _extents[field].Length; place++)
        {
            if (_extents[field][place] is null)
            {
                BeginTerms(field, _schema[field].Forms[place]).Dispose();
            }
        }
    }

    private FieldLayout LayoutOf(int field)
    {
        FieldDefinition definition = _schema[field];
        return new FieldLayout(
            definition.Kind,
            _statistics[field],
            _normsStarts[field],
            [.. definition.Forms.Select((form, place) => (form, _extents[field][place] ?? default))],
            _columns[field] ?? default);
    }

    private void CheckKind(int field, FieldKind kind)
    {
        if (_schema[field].Kind != kind)
        {
            throw new ArgumentException($"Field '{_schema[field].Name}' is of kind {_schema[field].Kind}, not {kind}.", nameof(field));
        }
    }
}
