using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Quotations;

/// <summary>Gathers what is marked in the quotations of one article after the other.</summary>
/// <remarks>Shown are those that a query asked for as quotations; if it asked for none, those that hold what it marks in the text.</remarks>
public sealed class QuotationMarks
{
    private readonly SortedDictionary<int, List<TextSpan>> _marks = []; // of each quotation that matched, by its place
    private Article _article = new() { Id = "" };

    /// <summary>Turns to an article.</summary>
    /// <param name="article">With its quotations.</param>
    public void Begin(Article article)
    {
        _article = article;
        _marks.Clear();
    }

    /// <summary>Takes a quotation that matched, and gives the list that its marks are added to.</summary>
    /// <param name="place">Its place among those of the article.</param>
    /// <returns>Spans of <see cref="Quote.Text"/>, in any order.</returns>
    public List<TextSpan> Of(int place)
    {
        if (!_marks.TryGetValue(place, out List<TextSpan>? marks))
        {
            _marks.Add(place, marks = []);
        }

        return marks;
    }

    /// <summary>The quotations, in the order of the text.</summary>
    /// <param name="matches">All that is marked in the article's text; null when it wasn't read.</param>
    /// <param name="count">The most wanted.</param>
    public ImmutableArray<HitQuotation> Read(TextMatches? matches, int count)
    {
        if (matches is not null && count > 0 && _marks.Count == 0)
        {
            TakeHolders(matches, count);
        }

        return
        [
            .. _marks.Take(count).Select(each => new HitQuotation(
                QuotationId.Of(_article.Id, _article.Quotes[each.Key]), _article.Quotes[each.Key], SpanUnion.Of(each.Value))),
        ];
    }

    /// <summary>Looks at each quotation's own marks alone: there may be very many of both.</summary>
    private void TakeHolders(TextMatches matches, int count)
    {
        for (int place = 0; place < _article.Quotes.Count && _marks.Count < count; place++)
        {
            Quote quote = _article.Quotes[place];
            for (int at = FirstFrom(matches.Matches, quote.Span.Start); at < matches.Matches.Length && matches.Matches[at].Start < quote.Span.End; at++)
            {
                if (QuoteText.FromArticle(quote, matches.Matches[at].Start, matches.Matches[at].End) is { } mark)
                {
                    Of(place).Add(mark);
                }
            }
        }
    }

    private static int FirstFrom(ImmutableArray<LeafMatch> matches, int start)
    {
        (int low, int high) = (0, matches.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = matches[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
