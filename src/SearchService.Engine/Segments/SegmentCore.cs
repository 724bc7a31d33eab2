using SearchService.Engine.Schema;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Store;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments;

/// <summary>
/// The opened files of a segment and the structures in them, shared by the snapshots that have the segment, whatever
/// documents they see as deleted.
/// </summary>
/// <remarks>Counted references: it begins with one, and unmaps its files when the last is released. Thread-safe.</remarks>
internal sealed class SegmentCore
{
    private readonly IIndexDirectory _directory;
    private readonly List<IndexInput> _inputs = [];
    private readonly TermDictionary[][] _dictionaries; // by field, by place of the form in its definition
    private readonly object?[] _columns;               // by field
    private readonly PositionSpace?[] _spaces;         // by field
    private readonly string[] _leased;
    private int _references = 1;

    private SegmentCore(IIndexDirectory directory, IndexSchema schema, SegmentInfo info)
    {
        _directory = directory;
        Schema = schema;
        Info = info;
        _leased = [.. info.Files.Select(file => file.Name)];
        directory.Leases.Take(_leased);
        try
        {
            IndexInput segment = Open(SegmentFiles.Segment, IndexFileKind.Segment);
            if (segment.ComputeChecksum() != segment.Checksum)
            {
                throw segment.Corrupt(-1, $"the checksum {segment.Checksum:x8}");
            }

            Layout = SegmentLayout.Read(segment, schema);
            if (Layout.DocumentCount != info.DocumentCount)
            {
                throw segment.Corrupt(IndexFileFormat.HeaderLength, $"{info.DocumentCount} documents, as the manifest has");
            }

            Terms = Open(SegmentFiles.Terms, IndexFileKind.Terms);
            Postings = Open(SegmentFiles.Postings, IndexFileKind.Postings);
            Positions = Open(SegmentFiles.Positions, IndexFileKind.Positions);
            Norms = Open(SegmentFiles.Norms, IndexFileKind.Norms);
            Columns = Open(SegmentFiles.Columns, IndexFileKind.Columns);
            Store = new StoredDocuments(Open(SegmentFiles.Store, IndexFileKind.Store), Layout.Store, DocumentCount);
            _dictionaries = [.. Layout.Fields.Select(field => field.Terms.Select(form => new TermDictionary(Terms, form.Extent)).ToArray())];
            _columns = [.. Layout.Fields.Select(OpenColumn)];
            _spaces = [.. Layout.Fields.Select(field => field.Kind == FieldKind.Text ? new PositionSpace(Norms, field.Norms, DocumentCount) : null)];
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The schema of the index.</summary>
    public IndexSchema Schema { get; }

    /// <summary>What the manifest said of the segment when it was opened.</summary>
    public SegmentInfo Info { get; }

    /// <summary>Where the structures are.</summary>
    public SegmentLayout Layout { get; }

    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount => Info.DocumentCount;

    /// <summary>The files by what they hold.</summary>
    public IndexInput Terms { get; }

    /// <summary>Documents and frequencies.</summary>
    public IndexInput Postings { get; }

    /// <summary>Positions.</summary>
    public IndexInput Positions { get; }

    /// <summary>Norms.</summary>
    public IndexInput Norms { get; }

    /// <summary>Columns.</summary>
    public IndexInput Columns { get; }

    /// <summary>Stored documents.</summary>
    public StoredDocuments Store { get; }

    /// <summary>All files.</summary>
    public IReadOnlyList<IndexInput> Inputs => _inputs;

    /// <summary>Opens a segment.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="schema">The schema of the index.</param>
    /// <param name="info">What the manifest says of it.</param>
    public static SegmentCore Open(IIndexDirectory directory, IndexSchema schema, SegmentInfo info) => new(directory, schema, info);

    /// <summary>A dictionary, by the form's place in the field's definition.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="place">The form's place.</param>
    public TermDictionary Dictionary(int field, int place) => _dictionaries[field][place];

    /// <summary>The texts of a field in one row.</summary>
    /// <param name="field">The field's number.</param>
    /// <exception cref="ArgumentException">The field isn't text.</exception>
    public PositionSpace Space(int field) =>
        _spaces[field] ?? throw new ArgumentException($"Field '{Schema[field].Name}' isn't text, and has no norms and positions.", nameof(field));

    /// <summary>A column, or null for a text field.</summary>
    /// <param name="field">The field's number.</param>
    public object? Column(int field) => _columns[field];

    /// <summary>Counts one more user.</summary>
    public void Take() => Interlocked.Increment(ref _references);

    /// <summary>Counts one user less; the last one unmaps the files.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) > 0)
        {
            return;
        }

        foreach (IndexInput input in _inputs)
        {
            input.Dispose();
        }

        _directory.Leases.Return(_leased, _directory);
    }

    private IndexInput Open(string suffix, IndexFileKind kind)
    {
        string name = Info.Name + suffix;
        WrittenFileInfo file = Info.Files.FirstOrDefault(file => file.Name == name)
            ?? throw new CorruptIndexException(_directory.PathOf(name), -1, "a file that the manifest lists");
        IndexInput input = IndexInput.Open(_directory, file, kind, Info.Id);
        _inputs.Add(input);
        return input;
    }

    private object? OpenColumn(FieldLayout field) => field.Kind switch
    {
        FieldKind.Keyword => new KeywordColumn(Columns, field.Column, DocumentCount),
        FieldKind.Number => new NumberColumn(Columns, field.Column, DocumentCount),
        _ => null,
    };
}
