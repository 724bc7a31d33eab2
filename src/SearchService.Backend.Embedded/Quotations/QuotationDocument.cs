using SearchService.Core.Articles;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>A quotation as a document of the engine.</summary>
internal static class QuotationDocument
{
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
        ArticleDocument.AddText(document, QuotationFields.SpeakerWords, NameText.WordsOf(quote.Speaker ?? ""));
        document.AddKeyword(QuotationFields.Id, QuotationId.Of(article.Id, quote));
        document.AddNumber(QuotationFields.Number, number);
        QuotationFields.Labels.AddSpeaker(document, quote.Speaker);
        QuotationFields.Labels.AddTo(document, article);
    }
}
