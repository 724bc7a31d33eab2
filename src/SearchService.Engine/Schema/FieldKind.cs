namespace SearchService.Engine.Schema;

/// <summary>What a field holds, and so which structures are built for it. The numbers are part of the index format.</summary>
public enum FieldKind : byte
{
    /// <summary>Words: an inverted index with positions for each term form, and a norm per document.</summary>
    Text = 0,

    /// <summary>Whole values, any number per document: a column of ordinals and the documents of each value.</summary>
    Keyword = 1,

    /// <summary>At most one 64-bit integer per document: a column.</summary>
    Number = 2,
}
