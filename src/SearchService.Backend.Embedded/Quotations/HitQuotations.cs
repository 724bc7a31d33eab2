using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>The quotations of articles that a query matched: those that it asked for as quotations, else those that hold what it marks in the text.</summary>
/// <remarks>For one hit after the other: <see cref="Begin"/>, then the marks of its text, then <see cref="Of"/>.</remarks>
/// <param name="archive">What was searched.</param>
/// <param name="found">The quotations that sets of articles in the query were chosen by.</param>
internal sealed class HitQuotations(ArchiveSnapshot archive, IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> found)
{
    private readonly Dictionary<DocumentSetQuery, ArticleMarks> _said = [];
    private readonly QuotationMarks _marks = new();
    private Article _article = null!;
    private int _document;

    /// <summary>Turns to a hit.</summary>
    /// <param name="article">Its article.</param>
    /// <param name="document">The number of it in the snapshot.</param>
    internal void Begin(Article article, int document)
    {
        (_article, _document) = (article, document);
        _marks.Begin(article);
    }

    /// <summary>What of the hit's text a set of articles was chosen by.</summary>
    /// <param name="set">Asked for where it counts for the hit.</param>
    internal IEnumerable<MatchSpan> MarksOf(DocumentSetQuery set)
    {
        if (!found.TryGetValue(set, out FoundQuotations? quotations))
        {
            yield break;
        }

        if (!_said.TryGetValue(set, out ArticleMarks? said))
        {
            _said.Add(set, said = new ArticleMarks(quotations.Query, QuotationFields.Said));
        }

        foreach (int quotation in archive.Join.QuotationsOf(_document).ToArray().Where(quotation => quotations.Quotations[quotation]))
        {
            Quote quote = QuotationReader.QuoteOf(archive, _article, quotation);
            List<TextSpan> marks = _marks.Of(QuotationJoin.PlaceOf(archive.Quotations, quotation));
            foreach (MatchSpan span in said.Find(quote.Text, _article.Language, quotation).Spans)
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
    internal ImmutableArray<HitQuotation> Of(TextMatches? marks, int count) => _marks.Read(marks, count);
}
