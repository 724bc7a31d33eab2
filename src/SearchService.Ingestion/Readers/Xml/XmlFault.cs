namespace SearchService.Ingestion.Readers.Xml;

/// <summary>A way in which a document isn't the XML it should be; what could be read was.</summary>
internal enum XmlFault
{
    /// <summary>A <c>&amp;</c> that begins no reference.</summary>
    BareAmpersand,

    /// <summary>A reference by a name that only HTML has, such as <c>&amp;nbsp;</c>.</summary>
    HtmlEntity,

    /// <summary>A reference by a name that the document declares or nobody does; kept as it stands.</summary>
    EntityNotExpanded,

    /// <summary>A reference to a character that text can't have.</summary>
    BadCharacterReference,

    /// <summary>A control character in text.</summary>
    ControlCharacter,

    /// <summary>A <c>&lt;</c> that begins no tag.</summary>
    BareLessThan,

    /// <summary>A tag that breaks off, or an attribute that does.</summary>
    BrokenTag,

    /// <summary>A tag longer than <see cref="IngestionLimits.TagLength"/>.</summary>
    TagTooLong,

    /// <summary>A comment, a CDATA section, an instruction or a declaration that doesn't end.</summary>
    Unended,

    /// <summary>Text or white space before the XML declaration.</summary>
    LateDeclaration,

    /// <summary>A prefix that no namespace is declared for.</summary>
    UndeclaredPrefix,

    /// <summary>An element that doesn't end.</summary>
    UnclosedElement,

    /// <summary>An end tag without an element.</summary>
    StrayEndTag,

    /// <summary>Elements nested deeper than <see cref="IngestionLimits.ElementDepth"/>.</summary>
    TooDeep,

    /// <summary>Text outside of all elements.</summary>
    TextOutside,
}
