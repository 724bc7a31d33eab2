using SearchService.Analysis;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Store;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments;

/// <summary>A segment as one snapshot sees it: its structures, and which documents are deleted.</summary>
/// <remarks>Thread-safe; valid while its snapshot is held. Cursors are made per thread and reused.</remarks>
public sealed class SegmentReader : IDisposable
{
    private readonly SegmentCore _core;
    private int _disposed;

    private SegmentReader(SegmentCore core, SegmentInfo info, int baseDocument, BitSet? deleted)
    {
        _core = core;
        Info = info;
        Base = baseDocument;
        Deleted = deleted;
    }

    /// <summary>What the manifest says of the segment.</summary>
    public SegmentInfo Info { get; }

    /// <summary>The schema of the index.</summary>
    public IndexSchema Schema => _core.Schema;

    /// <summary>The document of the snapshot that doc id 0 of this segment is.</summary>
    public int Base { get; }

    /// <summary>How many documents there are, deleted ones included: doc ids go from 0 to one less.</summary>
    public int DocumentCount => _core.DocumentCount;

    /// <summary>How many documents aren't deleted.</summary>
    public int LiveCount => DocumentCount - Info.DeletedCount;

    /// <summary>The deleted documents, or null when there are none. Not to be changed.</summary>
    public BitSet? Deleted { get; }

    /// <summary>The stored documents.</summary>
    public StoredDocuments Store => _core.Store;

    /// <summary>The opened files and structures.</summary>
    internal SegmentCore Core => _core;

    /// <summary>The dictionary of a text field and form.</summary>
    /// <param name="field">The number of a text field.</param>
    /// <param name="form">A form that is indexed for it.</param>
    /// <exception cref="ArgumentException">The field isn't text, or the form isn't indexed.</exception>
    public TermDictionary Terms(int field, TermForm form)
    {
        int place = Schema[field].Forms.IndexOf(form);
        return place >= 0
            ? _core.Dictionary(field, place)
            : throw new ArgumentException($"Field '{Schema[field].Name}' has no terms of form {form}.", nameof(form));
    }

    /// <summary>A cursor over the documents of a term.</summary>
    /// <param name="entry">A term of this segment.</param>
    public PostingsCursor Postings(in TermEntry entry) => Postings(entry, new PostingsBlockReader());

    /// <summary>A cursor over the documents and positions of a term.</summary>
    /// <param name="field">The number of the text field the term is of.</param>
    /// <param name="entry">A term of this segment.</param>
    public PositionsCursor Positions(int field, in TermEntry entry) => Positions(field, entry, new PostingsBlockReader(), static length => new int[length]);

    /// <summary>A cursor over the documents of a term that stands on a reader that is lent to it.</summary>
    /// <param name="entry">A term of this segment.</param>
    /// <param name="reader">The cursor's as long as it is used.</param>
    internal PostingsCursor Postings(in TermEntry entry, PostingsBlockReader reader)
    {
        Open(reader, entry);
        var cursor = new PostingsCursor(reader);
        cursor.Reset(entry);
        return cursor;
    }

    /// <summary>A cursor over the documents and positions of a term, with what is lent to it.</summary>
    /// <param name="field">The number of the text field the term is of.</param>
    /// <param name="entry">A term of this segment.</param>
    /// <param name="postings">The cursor's as long as it is used.</param>
    /// <param name="ints">Lends at least so many integers, for as long as the cursor is used.</param>
    internal PositionsCursor Positions(int field, in TermEntry entry, PostingsBlockReader postings, Func<int, int[]> ints)
    {
        Open(postings, entry);
        var cursor = new PositionsCursor(
            _core.Positions,
            _core.Space(field),
            postings,
            new PositionsBlockReader(_core.Positions, ints(PositionsFormat.BlockLength)),
            ints(PositionsFormat.BlockLength));
        cursor.Reset(entry);
        return cursor;
    }

    /// <summary>Lets a reader decode the blocks of a term.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="entry">A term of this segment.</param>
    internal void Open(PostingsBlockReader reader, in TermEntry entry) => reader.Open(_core.Postings, DocumentCount, entry);

    /// <summary>The norms of a text field, one per document; 0 for documents without it.</summary>
    /// <param name="field">The number of a text field.</param>
    public ReadOnlySpan<byte> Norms(int field) => _core.Space(field).Norms;

    /// <summary>The texts of a field in one row.</summary>
    /// <param name="field">The number of a text field.</param>
    internal PositionSpace Space(int field) => _core.Space(field);

    /// <summary>Whether the positions of a term are a dense list.</summary>
    /// <param name="entry">A term of this segment.</param>
    internal bool IsDense(in TermEntry entry) => PositionsFormat.IsDense(_core.Positions, entry);

    /// <summary>Reads a dense list a document at a time.</summary>
    /// <param name="field">The number of the text field the term is of.</param>
    /// <param name="entry">A term of this segment for which <see cref="IsDense"/> holds.</param>
    internal DenseDocumentReader DenseDocuments(int field, in TermEntry entry)
    {
        var reader = new DenseDocumentReader(_core.Positions, _core.Space(field));
        reader.Reset(entry);
        return reader;
    }

    /// <summary>Opens a dense list.</summary>
    /// <param name="field">The number of the text field the term is of.</param>
    /// <param name="entry">A term of this segment for which <see cref="IsDense"/> holds.</param>
    internal DensePositions DensePositions(int field, in TermEntry entry) => new(_core.Positions, entry.Positions, _core.Space(field).Size);

    /// <summary>How many token positions a text field has in all documents.</summary>
    /// <param name="field">The number of a text field.</param>
    public long TokenCount(int field) => _core.Layout.Fields[field].Statistics.TokenCount;

    /// <summary>How many documents have a value, or a word, in a field.</summary>
    /// <param name="field">The field's number.</param>
    public int DocumentsWith(int field) => (int)_core.Layout.Fields[field].Statistics.DocumentCount;

    /// <summary>The column of a keyword field.</summary>
    /// <param name="field">The number of a keyword field.</param>
    public KeywordColumn Keywords(int field) => _core.Column(field) as KeywordColumn
        ?? throw new ArgumentException($"Field '{Schema[field].Name}' isn't a keyword field.", nameof(field));

    /// <summary>The column of a number field.</summary>
    /// <param name="field">The number of a number field.</param>
    public NumberColumn Numbers(int field) => _core.Column(field) as NumberColumn
        ?? throw new ArgumentException($"Field '{Schema[field].Name}' isn't a number field.", nameof(field));

    /// <summary>Gives up this view; the files are unmapped when no other view of the segment is left.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _core.Release();
        }
    }

    /// <summary>Opens a segment, sharing the opened files of another view of it where there is one.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="schema">The schema of the index.</param>
    /// <param name="info">What the manifest says of it.</param>
    /// <param name="baseDocument">The documents of the snapshot before this segment.</param>
    /// <param name="shared">Another view of the same segment, held by the caller, or null.</param>
    internal static SegmentReader Open(IIndexDirectory directory, IndexSchema schema, SegmentInfo info, int baseDocument, SegmentReader? shared)
    {
        SegmentCore core;
        if (shared is null)
        {
            core = SegmentCore.Open(directory, schema, info);
        }
        else
        {
            core = shared._core;
            core.Take();
        }

        try
        {
            BitSet? deleted = info.Deletes is not { } file ? null
                : file == shared?.Info.Deletes ? shared.Deleted
                : DeletesFile.Read(directory, file, info.Id, info.DocumentCount);
            return new SegmentReader(core, info, baseDocument, deleted);
        }
        catch
        {
            core.Release();
            throw;
        }
    }

    /// <summary>Opens a segment with deletions that needn't be those on disk.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="schema">The schema of the index.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="deleted">The deleted documents, or null; not to be changed afterwards.</param>
    internal static SegmentReader Open(IIndexDirectory directory, IndexSchema schema, SegmentInfo info, BitSet? deleted) =>
        new(SegmentCore.Open(directory, schema, info), info with { DeletedCount = deleted?.Count() ?? 0 }, 0, deleted);
}
