namespace SearchService.Quotations.Finding.Segments;

/// <summary>What a quotation mark may do.</summary>
internal enum MarkRole
{
    /// <summary>It opens a quotation.</summary>
    Open,

    /// <summary>It closes one.</summary>
    Close,

    /// <summary>One or the other.</summary>
    Either,

    /// <summary>It is no quotation mark: an apostrophe, inches, the value of a tag's attribute.</summary>
    None,
}

/// <summary>Marks that open and close one another.</summary>
internal enum MarkFamily
{
    /// <summary><c>"</c>.</summary>
    Straight,

    /// <summary><c>“”„‟</c>, and prime marks used for them.</summary>
    Curly,

    /// <summary><c>«»</c>.</summary>
    Angle,

    /// <summary><c>「」『』</c>.</summary>
    Corner,

    /// <summary><c>'‘’‚‹›</c> and what is used for them.</summary>
    Single,
}
