namespace SearchService.Engine.Storage;

/// <summary>What a file of an index holds. The numbers stand in file headers.</summary>
public enum IndexFileKind : ushort
{
    /// <summary>The commit: which segments make the index.</summary>
    Manifest = 1,

    /// <summary>A segment's directory: where each field's structures are.</summary>
    Segment = 2,

    /// <summary>Term dictionaries.</summary>
    Terms = 3,

    /// <summary>Documents and frequencies of terms.</summary>
    Postings = 4,

    /// <summary>Positions of terms.</summary>
    Positions = 5,

    /// <summary>Field lengths.</summary>
    Norms = 6,

    /// <summary>Keyword and number columns.</summary>
    Columns = 7,

    /// <summary>Stored documents.</summary>
    Store = 8,

    /// <summary>Deleted documents of a segment.</summary>
    Deletes = 9,
}
