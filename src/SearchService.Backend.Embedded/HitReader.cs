using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using PassageOfText = SearchService.Engine.Highlighting.Passage;

namespace SearchService.Backend.Embedded;

/// <summary>Turns documents found into hits: the stored article, with marks and passages of what the query matched.</summary>
/// <param name="snapshot">The snapshot that was searched.</param>
/// <param name="query">What was searched for.</param>
/// <param name="passages">Passages wanted of each.</param>
/// <param name="collapse">Whether hits are stories.</param>
internal sealed class HitReader(IndexSnapshot snapshot, Query query, int passages, Collapse collapse)
{
    private readonly ArticleMarks _title = new(query, ArticleFields.Title);
    private readonly ArticleMarks _text = new(query, ArticleFields.Text);
    private readonly StoryReader _stories = new(snapshot);
    private readonly PassageOptions _options = new() { MaxCount = Math.Max(1, passages) };

    /// <param name="hit">What was found.</param>
    /// <param name="groupSize">Articles of its story that match; looked at only where hits are stories.</param>
    internal SearchHit Read(Hit hit, int groupSize)
    {
        Article article = ArticleCodec.Decode(snapshot.ReadStored(hit.Document));
        TextMatches? matches = passages == 0 ? null : _text.Find(article.Text, article.Language);
        ImmutableArray<PassageOfText> chosen = matches is null ? [] : PassageSelector.Select(article.Text, matches, _options);
        return new SearchHit(
            article,
            hit.Score,
            Spans(_title.Find(article.Title, article.Language).Spans),
            [.. chosen.OrderBy(passage => passage.Offset).Select(passage => new Core.Searching.Passage(passage.Text, Spans(passage.Highlights), passage.Offset))],
            matches?.Spans.Length)
        {
            Story = collapse == Collapse.Story
                ? _stories.Read(article, hit.Document, evenAlone: true)! with { Matching = groupSize }
                : _stories.Read(article, hit.Document, evenAlone: false),
        };
    }

    private static ImmutableArray<TextSpan> Spans(ImmutableArray<MatchSpan> spans) => [.. spans.Select(span => new TextSpan(span.Start, span.End))];
}
