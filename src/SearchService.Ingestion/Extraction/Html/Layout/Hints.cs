namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>What the names of an element (class, id, role, itemprop, data-*) say it is for.</summary>
[Flags]
internal enum Hints : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The body of an article.</summary>
    Body = 1 << 0,

    /// <summary>An article, a story, a post, the main part of a page.</summary>
    Story = 1 << 1,

    /// <summary>What readers wrote.</summary>
    Comments = 1 << 2,

    /// <summary>Other articles.</summary>
    Related = 1 << 3,

    /// <summary>Sharing and following.</summary>
    Share = 1 << 4,

    /// <summary>Newsletters, subscriptions, membership, donations.</summary>
    Plea = 1 << 5,

    /// <summary>Advertisements.</summary>
    Advert = 1 << 6,

    /// <summary>Menus, paths, pages.</summary>
    Navigation = 1 << 7,

    /// <summary>The foot of the page or of the article.</summary>
    Footer = 1 << 8,

    /// <summary>The head of the page or of the article.</summary>
    Header = 1 << 9,

    /// <summary>Beside the main part.</summary>
    Sidebar = 1 << 10,

    /// <summary>Captions and credits of pictures.</summary>
    Caption = 1 << 11,

    /// <summary>Pictures, films, sounds, galleries.</summary>
    Media = 1 << 12,

    /// <summary>Who wrote it.</summary>
    Byline = 1 << 13,

    /// <summary>When.</summary>
    Date = 1 << 14,

    /// <summary>The headline.</summary>
    Title = 1 << 15,

    /// <summary>A line below the headline.</summary>
    Summary = 1 << 16,

    /// <summary>Topics and sections.</summary>
    Tags = 1 << 17,

    /// <summary>Legal notices, cookies, copyright.</summary>
    Legal = 1 << 18,

    /// <summary>Something laid over the page or opened by a click.</summary>
    Overlay = 1 << 19,

    /// <summary>Shown to no reader who sees.</summary>
    Unseen = 1 << 20,

    /// <summary>Words repeated from the text in larger type.</summary>
    PullQuote = 1 << 21,

    /// <summary>A post of another site.</summary>
    Embed = 1 << 22,

    /// <summary>A part added by a tool of the site.</summary>
    Widget = 1 << 23,

    /// <summary>Data on the article.</summary>
    Meta = 1 << 24,

    /// <summary>Search.</summary>
    Search = 1 << 25,

    /// <summary>Things to buy.</summary>
    Product = 1 << 26,

    /// <summary>A list of pages, or one entry of it.</summary>
    Listing = 1 << 27,
}
