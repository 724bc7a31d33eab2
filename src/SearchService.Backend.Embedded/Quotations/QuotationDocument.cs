using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>A quotation as a document of the engine.</summary>
internal static class QuotationDocument
{
    private const int IdLengthInBytes = 8;

    /// <summary>Fills a document.</summary>
    /// <param name="document">Cleared first.</param>
    /// <param name="article">The article.</param>
    /// <param name="number">Which of its quotations.</param>
    internal static void Fill(Document document, Article article, int number)
    {
        Quote quote = article.Quotes[number];
        document.Clear();
        document.Analyzer = ArticleFields.AnalyzerOf(article.Language);
        ArticleDocument.AddText(document, QuotationFields.Said, quote.Text);
        ArticleDocument.AddText(document, QuotationFields.SpeakerWords, ArticleDocument.WordsOf(quote.Speaker ?? ""));
        document.AddKeyword(QuotationFields.Id, IdOf(article, quote));
        document.AddNumber(QuotationFields.Number, number);
        QuotationFields.Labels.AddSpeaker(document, quote.Speaker);
        QuotationFields.Labels.AddTo(document, article);
    }

    /// <summary>What names a quotation: made of the article's id and of where its words begin, and so the same in every build that finds it there.</summary>
    /// <returns>16 hexadecimal digits: of a million quotations two have the same with a chance of one in thirty-seven million.</returns>
    internal static string IdOf(Article article, Quote quote)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Id}\n{quote.Span.Start}"), hash);
        return Convert.ToHexStringLower(hash[..IdLengthInBytes]);
    }
}
