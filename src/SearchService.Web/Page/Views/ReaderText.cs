using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Web.Page.Views;

/// <summary>An article as it is read: its text, and what lies over it.</summary>
public sealed class ReaderText
{
    private readonly ImmutableHashSet<TextSpan> _matched;

    /// <summary>Lays out what lies over an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="highlights">What matched in its text.</param>
    /// <param name="quotations">What matched among its quotations.</param>
    /// <param name="at">What the address points at: a quotation that begins or goes on there, else the rest of the paragraph.</param>
    internal ReaderText(Article article, ImmutableArray<TextSpan> highlights, ImmutableArray<HitQuotation> quotations, int? at)
    {
        Article = article;
        _matched = [.. quotations.Select(static hit => hit.Quote.Span)];
        Spoken = [.. article.Quotes.OrderBy(static quote => quote.Span.Start)];
        Quotes = LayerSpan.Layer(Spoken.SelectMany(static (quote, place) => quote.Parts.Select(part => (part, place))), article.Text.Length);
        Matches = [.. LayerSpan.Layer(highlights.Select(static span => (span, 0)), article.Text.Length).Select(static (span, place) => span with { Item = place })];
        Pointed = LayerSpan.Layer(PointedAt(at) is { } passage ? [(passage, 0)] : [], article.Text.Length);
    }

    /// <summary>Whose text it is.</summary>
    internal Article Article { get; }

    /// <summary>What is said in it, in the order of the text.</summary>
    internal ImmutableArray<Quote> Spoken { get; }

    /// <summary>The words spoken, each with the place of its quotation in <see cref="Spoken"/>.</summary>
    internal ImmutableArray<LayerSpan> Quotes { get; }

    /// <summary>What matched, each with its place among the matches.</summary>
    internal ImmutableArray<LayerSpan> Matches { get; }

    /// <summary>What the address points at: one span, or none.</summary>
    internal ImmutableArray<LayerSpan> Pointed { get; }

    /// <summary>Whether a quotation of <see cref="Spoken"/> matched.</summary>
    internal bool IsMatched(int quotation) => _matched.Contains(Spoken[quotation].Span);

    /// <summary>The paragraphs, each with the quotations that begin in it.</summary>
    internal IEnumerable<(int Start, int End, ImmutableArray<Quote> Said)> Paragraphs()
    {
        string text = Article.Text;
        int next = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (end > at)
            {
                int first = next;
                while (next < Spoken.Length && Spoken[next].Span.Start < end)
                {
                    next++;
                }

                yield return (at, end, Spoken[first..next]);
            }

            at = end + 1;
        }
    }

    private TextSpan? PointedAt(int? at)
    {
        if (at is not { } place || place >= Article.Text.Length)
        {
            return null;
        }

        int end = Article.Text.IndexOf('\n', place);
        return Article.Quotes.FirstOrDefault(quote => quote.Span.Start <= place && place < quote.Span.End) is { } quote
            ? quote.Span
            : new TextSpan(place, end < 0 ? Article.Text.Length : end);
    }
}
