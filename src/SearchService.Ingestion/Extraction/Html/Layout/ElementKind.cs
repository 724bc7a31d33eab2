namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>What an element is to the layout of text, by its tag.</summary>
internal enum ElementKind : byte
{
    /// <summary>Runs within a line: <c>span</c>, <c>em</c>, and every tag that isn't known.</summary>
    Inline,

    /// <summary>Runs within a line and stresses what it holds.</summary>
    Emphasis,

    /// <summary>Runs within a line and leads elsewhere.</summary>
    Link,

    /// <summary>Ends a line: <c>br</c>.</summary>
    LineBreak,

    /// <summary>Shows a picture.</summary>
    Picture,

    /// <summary>Holds nothing to be read: scripts, styles, controls, drawings, players.</summary>
    Skipped,

    /// <summary>A block of no kind in particular.</summary>
    Block,

    /// <summary><c>p</c>.</summary>
    Paragraph,

    /// <summary><c>h1</c>.</summary>
    MainHeading,

    /// <summary><c>h2</c> to <c>h6</c>.</summary>
    Heading,

    /// <summary><c>ul</c>, <c>ol</c>, <c>dl</c>.</summary>
    List,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary><c>blockquote</c>.</summary>
    Quotation,

    /// <summary><c>figure</c>.</summary>
    Figure,

    /// <summary><c>figcaption</c>, <c>caption</c>.</summary>
    Caption,

    /// <summary><c>table</c> and its groups of rows.</summary>
    Table,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary><c>pre</c>: line ends count.</summary>
    Preformatted,

    /// <summary><c>article</c>.</summary>
    Article,

    /// <summary><c>main</c>.</summary>
    Main,

    /// <summary><c>aside</c>.</summary>
    Aside,

    /// <summary><c>nav</c>, <c>menu</c>.</summary>
    Navigation,

    /// <summary><c>header</c>.</summary>
    Header,

    /// <summary><c>footer</c>.</summary>
    Footer,

    /// <summary><c>form</c>.</summary>
    Form,

    /// <summary><c>section</c>.</summary>
    Section,
}
