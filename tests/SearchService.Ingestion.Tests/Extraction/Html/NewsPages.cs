using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>Invented pages, and what is read of them.</summary>
internal static class NewsPages
{
    private static readonly HtmlPageReader Reader = new(OutletRegistry.Empty, new DateReader(new DateOnly(1900, 1, 1), new DateOnly(2100, 1, 1)));

    /// <summary>Paragraphs of an article, three of them.</summary>
    public const string Article = """
        <p>The harbour of Vellmar was closed on Monday after a barge broke loose in the storm, said the harbour master, Ilse Brandt, who has run it for nine years.</p>
        <p>"We had four hours of warning and used every one of them," she told reporters on the quay, while crews from two towns were still pulling timber out of the water.</p>
        <p>Nobody was hurt. The council will decide on Thursday whether the old breakwater, built in 1911 and repaired twice, can be saved or must be replaced by a new one.</p>
        """;

    /// <summary>The same as text.</summary>
    public static string ArticleText { get; } = HtmlFragment.TextOf(Article);

    /// <summary>A page as sites build them: a menu, a headline, what is given, other articles, a footer.</summary>
    public static string Site(string article, string beside = "") => $"""
        <html><head><title>Storm closes the harbour of Vellmar - The Vellmar Courier</title><script>var menu = "The harbour of nowhere";</script></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/local">Local</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
        <div class="page"><article class="story"><h1>Storm closes the harbour of Vellmar</h1><div class="byline">By <a href="/by/anna">Anna Rohde</a></div>
        <div class="story-body">{article}</div></article>{beside}</div>
        <footer><p>© 2021 The Vellmar Courier. All rights reserved.</p><ul><li><a href="/terms">Terms of use</a></li><li><a href="/privacy">Privacy policy</a></li></ul></footer>
        </body></html>
        """;

    /// <summary>The text of a page.</summary>
    public static string TextOf(string html) => Reader.Read(html).Body;
}
