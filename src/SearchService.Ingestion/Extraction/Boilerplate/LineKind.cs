namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>What a line or paragraph of a page is by its own words, whatever stands around it.</summary>
internal enum LineKind : byte
{
    /// <summary>Nothing that is known to stand around articles: a paragraph, a heading, a caption.</summary>
    Text,

    /// <summary>Ways to other pages of the site: "Skip to content", "Home", a link's bare address.</summary>
    Navigation,

    /// <summary>Buttons to pass the article on.</summary>
    Share,

    /// <summary>Asks the reader to subscribe, to give, to follow, to sign up.</summary>
    Plea,

    /// <summary>Says how often or how long something is read.</summary>
    Counter,

    /// <summary>Where a picture is from.</summary>
    Credit,

    /// <summary>An advertisement's place.</summary>
    Advertisement,

    /// <summary>Other articles, or the heading over them.</summary>
    Related,

    /// <summary>Topics the article is filed under.</summary>
    Tags,

    /// <summary>A word to the reader on the article: how to report an error, whether it was liked.</summary>
    Notice,

    /// <summary>Rights, terms, disclaimers.</summary>
    Legal,

    /// <summary>Heads a note on who wrote the article.</summary>
    Author,

    /// <summary>Heads the comments of readers, or is the form to write one.</summary>
    Comments,

    /// <summary>Belongs to a comment: the button to answer it, its age.</summary>
    Reply,

    /// <summary>Weekdays or days of a month: a calendar.</summary>
    Calendar,
}
