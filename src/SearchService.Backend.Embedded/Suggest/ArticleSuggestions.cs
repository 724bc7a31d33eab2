using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Engine.Execution;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;
using SortOrder = SearchService.Engine.Execution.SortOrder;

namespace SearchService.Backend.Embedded.Suggest;

/// <summary>Makes all suggestions of one request, from one snapshot.</summary>
/// <param name="archive">What they are made from.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class ArticleSuggestions(ArchiveSnapshot archive, CancellationToken cancellation)
{
    // A headline that several outlets carry is suggested once.
    private const int HitsPerTitle = 4;

    private readonly TokenReader _tokens = ArticleFields.Analyzer.CreateReader();
    private readonly ArticleCounts _counts = new(archive, cancellation);

    internal SuggestMatches Suggest(SuggestQuery query, IndexState state)
    {
        cancellation.ThrowIfCancellationRequested();
        TypedEnd? end = query.Typed is { } typed ? TypedEnd.Of(typed.Text, _tokens) : null;
        WordCompletions completions = new(archive.Articles, _counts, _tokens, cancellation);
        (ImmutableArray<WordCompletion> words, bool arePartial) = end is { IsOpen: true } open && query.Size > 0
            ? completions.Complete(query.Root!, query.Typed!, open, query.Complete, query.Size)
            : ([], false);
        WordSpellings spellings = new(archive.Articles, _counts, completions, _tokens, cancellation);
        return new SuggestMatches(
            state,
            words,
            arePartial,
            Titles(query.Root, query.Typed, end, query.Size),
            [.. query.Names.Select(pattern => Names(pattern, query.Size))],
            [.. query.Misspelt.Select(word => spellings.Of(word, isTyped: ReferenceEquals(word, query.Typed), query.RespellsKnownWords, query.Spellings))]);
    }

    private ImmutableArray<TitleSuggestion> Titles(QueryNode? root, WordNode? typed, TypedEnd? end, int size)
    {
        if (root is null || size == 0)
        {
            return [];
        }

        QueryNode tree = typed is not null && end is not null ? QueryRewriting.Replace(root, typed, end.Value.AsBeginning(typed)) : root;
        if (QueryRewriting.InTitles(tree) is not { } inTitles)
        {
            return [];
        }

        Query query = _counts.Translate(inTitles);
        EngineSearch search = new() { Query = query, Size = HitsPerTitle * size, Sort = SortOrder.ByNumber(ArticleFields.DateFrom, descending: true) };
        TextMarker marker = Highlighter.Of(query, ArticleFields.Title);
        HashSet<string> seen = new(StringComparer.Ordinal);
        ImmutableArray<TitleSuggestion>.Builder titles = ImmutableArray.CreateBuilder<TitleSuggestion>();
        foreach (Hit hit in archive.ArticleSearcher.Search(search, cancellation).Hits)
        {
            if (titles.Count == size)
            {
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            Article article = archive.ReadArticle(hit.Document);
            if (seen.Add(article.Title))
            {
                titles.Add(new TitleSuggestion(
                    article.Id, article.Title, [.. marker.Find(article.Title, ArticleFields.AnalyzerOf(article.Language)).Spans.Select(span => new TextSpan(span.Start, span.End))]));
            }
        }

        return titles.DrainToImmutable();
    }

    private ImmutableArray<NameSuggestion> Names(NamePattern pattern, int size) =>
        TypedEnd.Of(NameText.WordsOf(pattern.Text), _tokens) is { } end
            ? new NameCompletions(archive.ArticleSearcher, _counts, _tokens, cancellation).Complete(pattern.Field, end, size)
            : [];
}
