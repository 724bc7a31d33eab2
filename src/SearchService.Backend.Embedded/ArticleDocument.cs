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
        document.AddKeyword(ArticleFields.Id, article.Id);
        AddText(document, ArticleFields.Title, article.Title);
        AddText(document, ArticleFields.Text, article.Text);
        AddName(document, ArticleFields.Source, ArticleFields.SourceWords, article.Source);
        AddKeyword(document, ArticleFields.Country, article.Country);
        AddKeyword(document, ArticleFields.Stance, article.Stance);
        AddKeyword(document, ArticleFields.Language, article.Language);
        foreach (string author in article.Authors)
        {
            AddName(document, ArticleFields.Author, ArticleFields.AuthorWords, author);
        }

        foreach (string topic in article.Topics)
        {
            AddName(document, ArticleFields.Topic, ArticleFields.TopicWords, topic);
        }

        if (article.Date is { } date)
        {
            AddDate(document, date);
        }

        document.AddKeyword(ArticleFields.Story, StoryOf(article));
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

    private static void AddText(Document document, int field, string text)
    {
        if (text.Length > 0)
        {
            document.AddText(field, text);
        }
    }

    private static void AddKeyword(Document document, int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            document.AddKeyword(field, value);
        }
    }

    private static void AddName(Document document, int field, int words, string? name)
    {
        AddKeyword(document, field, name);
        AddText(document, words, WordsOf(name ?? ""));
    }

    private static void AddDate(Document document, ArticleDate date)
    {
        string text = date.ToString();
        document.AddKeyword(ArticleFields.Year, text[..4]);
        if (date.Precision >= DatePrecision.Month)
        {
            document.AddKeyword(ArticleFields.Month, text[..7]);
        }

        if (date.Precision == DatePrecision.Day)
        {
            document.AddKeyword(ArticleFields.Day, text);
        }

        document.AddNumber(ArticleFields.DateFrom, date.First.DayNumber);
        document.AddNumber(ArticleFields.DateTo, date.End.DayNumber);
    }
}
