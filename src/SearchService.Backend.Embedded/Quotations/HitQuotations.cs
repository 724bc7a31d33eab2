using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>The quotations of articles that a query matched: those that it asked for as quotations, else those that hold what it marks in the text.</summary>
/// <remarks>For one hit after the other: <see cref="Begin"/>, then the marks of its text, then <see cref="Of"/>.</remarks>
/// <param name="archive">What was searched.</param>
/// <param name="found">The quotations that sets of articles in the query were chosen by.</param>
internal sealed class HitQuotations(ArchiveSnapshot archive, IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> found)
{
    private readonly Dictionary<DocumentSetQuery, ArticleMarks> _said = [];
    private readonly SortedDictionary<int, List<TextSpan>> _marks = []; // of each quotation of the hit that matched
    private Article _article = null!;
    private int _document;

    /// <summary>Turns to a hit.</summary>
    /// <param name="article">Its article.</param>
    /// <param name="document">The number of it in the snapshot.</param>
    internal void Begin(Article article, int document)
    {
        (_article, _document) = (article, document);
        _marks.Clear();
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
            List<TextSpan> marks = ListOf(QuotationJoin.PlaceOf(archive.Quotations, quotation));
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
    internal ImmutableArray<HitQuotation> Of(TextMatches? marks, int count)
    {
        if (marks is not null && count > 0 && _marks.Count == 0)
        {
            TakeHolders(marks, count);
        }

        return
        [
            .. _marks.Take(count).Select(each => new HitQuotation(
                QuotationId.Of(_article.Id, _article.Quotes[each.Key]), _article.Quotes[each.Key], SpanUnion.Of(each.Value))),
        ];
    }

    /// <summary>Looks at each quotation's own marks alone: there may be very many of both.</summary>
    private void TakeHolders(TextMatches marks, int count)
    {
        for (int place = 0; place < _article.Quotes.Count && _marks.Count < count; place++)
        {
            Quote quote = _article.Quotes[place];
            for (int at = FirstFrom(marks.Matches, quote.Span.Start); at < marks.Matches.Length && marks.Matches[at].Start < quote.Span.End; at++)
            {
                if (QuoteText.FromArticle(quote, marks.Matches[at].Start, marks.Matches[at].End) is { } mark)
                {
                    ListOf(place).Add(mark);
                }
            }
        }
    }

    private static int FirstFrom(ImmutableArray<LeafMatch> marks, int start)
    {
        (int low, int high) = (0, marks.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = marks[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<TextSpan> ListOf(int place)
    {
        if (!_marks.TryGetValue(place, out List<TextSpan>? marks))
        {
            _marks.Add(place, marks = []);
        }

        return marks;
    }
}
