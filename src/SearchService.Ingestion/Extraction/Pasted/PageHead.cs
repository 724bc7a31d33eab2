using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>What the first lines of a page say, while they are read.</summary>
internal sealed class PageHead
{
    /// <summary>The headline, or empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>Bylines.</summary>
    public List<string> Authors { get; set; } = [];

    /// <summary>Whether there was a byline, be it of nobody.</summary>
    public bool HasByline { get; set; }

    /// <summary>The date as it stands there.</summary>
    public string? Date { get; set; }

    /// <summary>The line the date stands in, or -1.</summary>
    public int DateAt { get; set; } = -1;

    /// <summary>The outlet named in a line of its own.</summary>
    public Outlet? Outlet { get; set; }

    /// <summary>The line of the outlet, or -1.</summary>
    public int OutletAt { get; set; } = -1;

    /// <summary>Sections.</summary>
    public List<string> Topics { get; } = [];

    /// <summary>Lines among those of the head that belong to the text: a standfirst, a caption.</summary>
    public List<Range> Text { get; } = [];

    /// <summary>Title and one more are known: a year alone on the next line is a date.</summary>
    public bool IsUnderway => Title.Length > 0 && (HasByline || Outlet is not null);
}
