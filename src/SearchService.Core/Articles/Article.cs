namespace SearchService.Core.Articles;

/// <summary>One text with its metadata, as it is indexed and given back.</summary>
/// <remarks>A value that is null or empty is <em>missing</em>: seen and filtered by as such.</remarks>
public sealed record Article
{
    /// <summary>Given, or derived from url, else from source, title and date; unique in an index.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>Headline; empty when there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The outlet that published it.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 3166 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    /// <summary>A label of the user's own vocabulary.</summary>
    public string? Stance { get; init; }

    /// <summary>When it was published, as precisely as is known.</summary>
    public ArticleDate? Date { get; init; }

    /// <summary>The date as it was given, when it could not be understood.</summary>
    public string? DateAsGiven { get; init; }

    /// <summary>Bylines, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Topics or sections, in order.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 639-1, lower case.</summary>
    public string? Language { get; init; }

    /// <summary>Paragraphs joined with one empty line (<c>\n\n</c>).</summary>
    public string Text { get; init; } = "";

    /// <summary>Quotations found in <see cref="Text"/>, in order.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>Names of the people in <see cref="Text"/>, each once and as fully as it is written there, in the order of the text.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>
    /// The id of the article that was read first of those that tell the same story, in nearly the same words; its own id when it is that one.
    /// Null where nobody looked, which makes it a story of its own.
    /// </summary>
    public string? Story { get; init; }

    /// <summary>The id of its story; of one that stands alone its own.</summary>
    public string StoryId => Story ?? Id;

    /// <summary>The file it was read from.</summary>
    public string? File { get; init; }

    /// <summary>Where title, url, source, country, stance, date, authors and language came from.</summary>
    public ArticleOrigins From { get; init; } = ArticleOrigins.None;
}
