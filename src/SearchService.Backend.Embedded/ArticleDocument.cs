using SearchService.Core.Articles;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded;

/// <summary>An article as a document of the engine.</summary>
internal static class ArticleDocument
{
    /// <summary>Fills a document.</summary>
    /// <param name="document">Cleared first.</param>
    /// <param name="article">What it becomes.</param>
    /// <returns>The fingerprint of the article's content, whatever file it came from.</returns>
    internal static long Fill(Document document, Article article)
    {
        document.Clear();
        document.Analyzer = ArticleFields.AnalyzerOf(article.Language);
        ArticleFields.Labels.AddTo(document, article);
        AddText(document, ArticleFields.Title, article.Title);
        AddText(document, ArticleFields.Text, article.Text);
        AddText(document, ArticleFields.SourceWords, NameText.WordsOf(article.Source ?? ""));
        foreach (string author in article.Authors)
        {
            AddText(document, ArticleFields.AuthorWords, NameText.WordsOf(author));
        }

        foreach (string topic in article.Topics)
        {
            AddText(document, ArticleFields.TopicWords, NameText.WordsOf(topic));
        }

        foreach (Quote quote in article.Quotes)
        {
            ArticleFields.Labels.AddSpeaker(document, quote.Speaker);
        }

        foreach (string person in article.People.Concat(article.Quotes.Select(static quote => quote.Speaker).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            AddText(document, ArticleFields.PersonWords, person);
        }

        document.Stored = ArticleCodec.Encode(article, out long fingerprint);
        document.AddNumber(ArticleFields.Fingerprint, fingerprint);
        return fingerprint;
    }

    /// <summary>Adds a text, unless there is none.</summary>
    internal static void AddText(Document document, int field, string text)
    {
        if (text.Length > 0)
        {
            document.AddText(field, text);
        }
    }
}
