using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Quotations;

/// <summary>The quotations of articles that a query matched: those that it asked for as quotations, else those that hold what it marks in the text.</summary>
/// <remarks>For one hit after the other: <see cref="Begin"/>, then the marks of its text, then <see cref="Of"/>.</remarks>
public sealed class HitQuotations
{
    private readonly QuotationMarks _marks = new();
    private Article _article = new() { Id = "" };
    private int _document;

    /// <summary>Turns to a hit.</summary>
    /// <param name="article">Its article.</param>
    /// <param name="document">The number of it in what was searched.</param>
    public void Begin(Article article, int document)
    {
        (_article, _document) = (article, document);
        _marks.Begin(article);
    }

    /// <summary>What of the hit's text a set of articles was chosen by.</summary>
    /// <param name="chosen">The quotations that it was chosen by; asked for where the set counts for the hit.</param>
    public IEnumerable<MatchSpan> MarksOf(IChosenQuotations chosen)
    {
        foreach ((int quotation, int place) in chosen.In(_document))
        {
            Quote quote = QuotationReader.QuoteAt(_article, place);
            List<TextSpan> marks = _marks.Of(place);
            foreach (MatchSpan span in chosen.Said.Find(quote.Text, TextAnalyzer.ForLanguage(_article.Language), quotation).Spans)
            {
                TextSpan mark = new(span.Start, span.End);
                marks.Add(mark);
                foreach (MatchSpan inText in QuoteText.ToArticle(quote, mark))
                {
                    yield return inText;
                }
            }
        }
    }

    /// <summary>The quotations of the hit.</summary>
    /// <param name="marks">All that is marked in its text; null when it wasn't read.</param>
    /// <param name="count">The most wanted.</param>
    public ImmutableArray<HitQuotation> Of(TextMatches? marks, int count) => _marks.Read(marks, count);
}
