using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using PassageOfText = SearchService.Analysis.Passages.Passage;

namespace SearchService.Backend.Embedded;

/// <summary>Turns documents found into hits: the stored article, with marks, passages and quotations of what the query matched.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="query">What for.</param>
/// <param name="found">The quotations that sets of articles in it were chosen by.</param>
/// <param name="wanted">What is wanted of each hit.</param>
internal sealed class HitReader(
    ArchiveSnapshot archive, Query query, IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> found, ArticleQuery wanted)
{
    // Marks nothing but what sets of articles were chosen by.
    private const int NoField = -1;

    private readonly ArticleMarks _title = new(query, ArticleFields.Title);
    private readonly ArticleMarks _text = new(query, wanted.Passages == 0 ? NoField : ArticleFields.Text);
    private readonly HitQuotations _quotations = new(archive, found);
    private readonly StoryReader _stories = new(archive.Articles);
    private readonly PassageOptions _options = new() { MaxCount = Math.Max(1, wanted.Passages) };

    /// <param name="hit">What was found.</param>
    /// <param name="groupSize">Articles of its story that match; looked at only where hits are stories.</param>
    internal SearchHit Read(Hit hit, int groupSize)
    {
        Article article = ArticleCodec.Decode(archive.Articles.ReadStored(hit.Document));
        _quotations.Begin(article, hit.Document);
        bool isUnread = wanted.Passages == 0;
        TextMatches matches = _text.Find(
            isUnread ? "" : article.Text, article.Language, hit.Document, isUnread && wanted.Quotations == 0 ? null : _quotations.MarksOf);
        ImmutableArray<HitQuotation> quotations = _quotations.Of(isUnread ? null : matches, Math.Max(1, wanted.Quotations));
        ImmutableArray<PassageOfText> chosen = isUnread ? [] : PassageSelector.Select(article.Text, matches, _options, FocusOf(quotations));
        return new SearchHit(
            article,
            hit.Score,
            Spans(_title.Find(article.Title, article.Language, hit.Document).Spans),
            [.. chosen.OrderBy(passage => passage.Offset).Select(passage => new Core.Searching.Passage(passage.Text, Spans(passage.Highlights), passage.Offset))],
            isUnread ? null : matches.Spans.Length)
        {
            Quotations = wanted.Quotations == 0 ? [] : quotations,
            Story = wanted.Collapse == Collapse.Story
                ? _stories.Read(article, hit.Document, evenAlone: true)! with { Matching = groupSize }
                : _stories.Read(article, hit.Document, evenAlone: false),
        };
    }

    /// <summary>What is shown where nothing is marked: a speaker's quotation says more than the first lines do.</summary>
    private static MatchSpan? FocusOf(ImmutableArray<HitQuotation> quotations) =>
        quotations.IsEmpty ? null : new MatchSpan(quotations[0].Quote.Span.Start, quotations[0].Quote.Span.End);

    /// <summary>Marks in the product's form.</summary>
    internal static ImmutableArray<TextSpan> Spans(ImmutableArray<MatchSpan> spans) => [.. spans.Select(span => new TextSpan(span.Start, span.End))];
}
