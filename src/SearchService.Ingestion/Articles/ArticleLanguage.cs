using SearchService.Analysis.Languages;

namespace SearchService.Ingestion.Articles;

/// <summary>The language of an article: what its record says, else its page, else its words.</summary>
/// <remarks>
/// Whoever made a record knows what it is; a page's <c>lang</c> is often that of the template it was made from. So a page is believed only
/// where its words don't clearly say otherwise.
/// </remarks>
internal static class ArticleLanguage
{
    /// <summary>A text is taken to be in the language it seems to be in from here on; below, its language is missing.</summary>
    private const double Sure = 0.9;

    /// <summary>A page's own word for its language is doubted from here on.</summary>
    private const double Certain = 0.98;

    /// <summary>A text of so many characters needs no headline to tell its language by.</summary>
    private const int LongEnough = 200;

    // To tell these apart takes more than words; a page that names one of them isn't contradicted by another.
    private static readonly string[][] Kin = [["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh"], ["id", "ms"], ["cs", "sk"], ["gl", "pt"]];

    /// <summary>The language that a text is surely in, or null.</summary>
    public static string? Of(string title, string text) => Detect(title, text) is { Confidence: >= Sure } detected ? detected.Code : null;

    /// <summary>The language that a text is in whatever its page says, or null where the page may be right.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="text">The text; one that is short contradicts nobody.</param>
    /// <param name="ofPage">What the page says.</param>
    public static string? Contradicting(string title, string text, string ofPage) =>
        text.Length >= LongEnough && Detect(title, text) is { Confidence: >= Certain, Code: { } code } && code != ofPage
        && !Kin.Any(kin => kin.Contains(code) && kin.Contains(ofPage))
            ? code
            : null;

    private static DetectedLanguage Detect(string title, string text) =>
        LanguageDetector.Detect(text.Length >= LongEnough ? text : $"{title}\n{text}");
}
