using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction;

/// <summary>What a page says of its article.</summary>
internal sealed record PageReading
{
    /// <summary>The headline, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Bylines, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The date of publication as it stands there, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The outlet, where the registry knows it.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>The outlet as the page names it, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The address the page gives as its own, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The language as the page gives it, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Sections and topics, in order.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Where these came from; null for what was read off what a reader sees.</summary>
    public ArticleOrigins From { get; init; } = ArticleOrigins.None;

    /// <summary>The text of the article: a paragraph a line, or parted by empty lines.</summary>
    public required string Body { get; init; }
}
