using System.Buffers.Binary;
using System.Security.Cryptography;
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
        AddText(document, ArticleFields.SourceWords, WordsOf(article.Source ?? ""));
        foreach (string author in article.Authors)
        {
            AddText(document, ArticleFields.AuthorWords, WordsOf(author));
        }

        foreach (string topic in article.Topics)
        {
            AddText(document, ArticleFields.TopicWords, WordsOf(topic));
        }

        foreach (Quote quote in article.Quotes)
        {
            ArticleFields.Labels.AddSpeaker(document, quote.Speaker);
        }

        foreach (string person in article.People.Concat(article.Quotes.Select(static quote => quote.Speaker).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            AddText(document, ArticleFields.PersonWords, person);
        }

        byte[] stored = ArticleCodec.Encode(article, out int contentLength);
        long fingerprint = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(stored.AsSpan(0, contentLength)));
        document.AddNumber(ArticleFields.Fingerprint, fingerprint);
        document.Stored = stored;
        return fingerprint;
    }

    /// <summary>The id of an article's story.</summary>
    internal static string StoryOf(Article article) => article.Story ?? article.Id;

    /// <summary>Words of a name: <c>gun_control</c> is two, in the index as in a query.</summary>
    internal static string WordsOf(string name) => name.Replace('_', ' ');

    /// <summary>Adds a text, unless there is none.</summary>
    internal static void AddText(Document document, int field, string text)
    {
        if (text.Length > 0)
        {
            document.AddText(field, text);
        }
    }
}
