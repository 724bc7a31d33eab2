using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Finds the people an article names.</summary>
/// <remarks>Reusable, for one thread.</remarks>
internal sealed class PeopleFinder
{
    private readonly List<string> _names = [];

    /// <summary>Reads an article's text.</summary>
    /// <param name="tokens">The text, divided; it has to stay as it is while people are asked for.</param>
    /// <param name="language">ISO 639-1, lower case, or null.</param>
    public ArticlePeople Read(ArticleTokens tokens, string? language)
    {
        _names.Clear();
        return new ArticlePeople([.. _names]);
    }
}
