using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Passages;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using PassageOfText = SearchService.Analysis.Passages.Passage;

namespace SearchService.Backend.Hits;

/// <summary>Turns articles found into hits: with marks, passages and quotations of what the query matched.</summary>
/// <remarks>For one search, and one thread.</remarks>
public sealed class HitReader
{
    private readonly ArticleQuery _wanted;
    private readonly bool _isUnread;
    private readonly TextMarker _title;
    private readonly TextMarker _text;
    private readonly HitQuotations _quotations = new();
    private readonly PassageOptions _options;

    /// <summary>Prepares a search.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="wanted">What is wanted of each hit.</param>
    public HitReader(IMarkedQuery query, ArticleQuery wanted)
    {
        _wanted = wanted;
        _isUnread = wanted.Passages == 0;
        _title = query.MarkerOf(ArticlePart.Title, quotations: null);
        _text = query.MarkerOf(_isUnread ? ArticlePart.Nothing : ArticlePart.Text, _isUnread && wanted.Quotations == 0 ? null : _quotations);
        _options = new PassageOptions { MaxCount = Math.Max(1, wanted.Passages) };
    }

    /// <summary>Reads a hit; of its story nothing is said.</summary>
    /// <param name="article">What was found.</param>
    /// <param name="document">Its number in what was searched.</param>
    /// <param name="score">How well it fits.</param>
    public SearchHit Read(Article article, int document, double score)
    {
        TextAnalyzer analyzer = TextAnalyzer.ForLanguage(article.Language);
        _quotations.Begin(article, document);
        TextMatches matches = _text.Find(_isUnread ? "" : article.Text, analyzer, document);
        ImmutableArray<HitQuotation> quotations = _quotations.Of(_isUnread ? null : matches, Math.Max(1, _wanted.Quotations));
        ImmutableArray<PassageOfText> chosen = _isUnread ? [] : PassageSelector.Select(article.Text, matches, _options, FocusOf(quotations));
        return new SearchHit(
            article,
            score,
            TextSpans.Of(_title.Find(article.Title, analyzer, document).Spans),
            [.. chosen.OrderBy(static passage => passage.Offset).Select(static passage => new Core.Searching.Passage(passage.Text, TextSpans.Of(passage.Highlights), passage.Offset))],
            _isUnread ? null : matches.Spans.Length)
        {
            Quotations = _wanted.Quotations == 0 ? [] : quotations,
        };
    }

    /// <summary>What is shown where nothing is marked: a speaker's quotation says more than the first lines do.</summary>
    private static MatchSpan? FocusOf(ImmutableArray<HitQuotation> quotations) =>
        quotations.IsEmpty ? null : new MatchSpan(quotations[0].Quote.Span.Start, quotations[0].Quote.Span.End);
}
