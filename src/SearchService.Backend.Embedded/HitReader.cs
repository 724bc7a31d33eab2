using System.Collections.Immutable;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;
using PassageOfText = SearchService.Engine.Highlighting.Passage;

namespace SearchService.Backend.Embedded;

/// <summary>Turns documents found into hits: the stored article, with marks, passages and quotations of what the query matched.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="query">What for.</param>
/// <param name="found">The quotations that sets of articles in it were chosen by.</param>
/// <param name="wanted">What is wanted of each hit.</param>
internal sealed class HitReader(
    ArchiveSnapshot archive, Query query, IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> found, ArticleQuery wanted)
{
    private readonly ArticleMarks _title = new(query, ArticleFields.Title);
    private readonly ArticleMarks _text = new(query, ArticleFields.Text);
    private readonly HitQuotations _quotations = new(archive, found);
    private readonly StoryReader _stories = new(archive.Articles);
    private readonly PassageOptions _options = new() { MaxCount = Math.Max(1, wanted.Passages) };

    /// <param name="hit">What was found.</param>
    /// <param name="groupSize">Articles of its story that match; looked at only where hits are stories.</param>
    internal SearchHit Read(Hit hit, int groupSize)
    {
        Article article = ArticleCodec.Decode(archive.Articles.ReadStored(hit.Document));
        _quotations.Begin(article, hit.Document);
        bool quotes = wanted.Quotations > 0 && article.Quotes.Count > 0;
        TextMatches? matches = wanted.Passages == 0 && !quotes ? null : _text.Find(article.Text, article.Language, hit.Document, _quotations.MarksOf);
        ImmutableArray<PassageOfText> chosen = matches is null || wanted.Passages == 0 ? [] : PassageSelector.Select(article.Text, matches, _options);
        return new SearchHit(
            article,
            hit.Score,
            Spans(_title.Find(article.Title, article.Language, hit.Document).Spans),
            [.. chosen.OrderBy(passage => passage.Offset).Select(passage => new Core.Searching.Passage(passage.Text, Spans(passage.Highlights), passage.Offset))],
            wanted.Passages == 0 ? null : matches?.Spans.Length)
        {
            Quotations = quotes ? _quotations.Of(matches!, wanted.Quotations) : [],
            Story = wanted.Collapse == Collapse.Story
                ? _stories.Read(article, hit.Document, evenAlone: true)! with { Matching = groupSize }
                : _stories.Read(article, hit.Document, evenAlone: false),
        };
    }

    private static ImmutableArray<TextSpan> Spans(ImmutableArray<MatchSpan> spans) => [.. spans.Select(span => new TextSpan(span.Start, span.End))];
}
