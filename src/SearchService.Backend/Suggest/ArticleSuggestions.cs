using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Backend.Hits;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>Makes all suggestions of one request, from one generation.</summary>
/// <param name="source">What they are made from.</param>
/// <param name="cancellation">Ends it early.</param>
public sealed class ArticleSuggestions(ISuggestionSource source, CancellationToken cancellation)
{
    // A headline that several outlets carry is suggested once.
    private const int HitsPerTitle = 4;

    private readonly TokenReader _tokens = TextAnalyzer.ByLanguage.CreateReader();

    /// <summary>Makes them.</summary>
    /// <param name="query">What is typed, and which words to find spellings for.</param>
    /// <param name="state">The state that answers.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public SuggestMatches Suggest(SuggestQuery query, IndexState state)
    {
        cancellation.ThrowIfCancellationRequested();
        TypedEnd? end = query.Typed is { } typed ? TypedEnd.Of(typed.Text, _tokens) : null;
        (ImmutableArray<WordCompletion> words, bool arePartial) = end is { IsOpen: true } open && query.Size > 0
            ? new WordCompletions(source, _tokens).Complete(query.Root!, query.Typed!, open, query.Complete, query.Size)
            : ([], false);
        WordSpellings spellings = new(source, _tokens);
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

        (IEnumerable<Article> latest, TextMarker marker) = source.Latest(inTitles, HitsPerTitle * size);
        return [.. latest.DistinctBy(static article => article.Title, StringComparer.Ordinal).Take(size).Select(Suggest)];

        TitleSuggestion Suggest(Article article)
        {
            cancellation.ThrowIfCancellationRequested();
            return new TitleSuggestion(article.Id, article.Title, TextSpans.Of(marker.Find(article.Title, TextAnalyzer.ForLanguage(article.Language)).Spans));
        }
    }

    private ImmutableArray<NameSuggestion> Names(NamePattern pattern, int size) =>
        TypedEnd.Of(NameText.WordsOf(pattern.Text), _tokens) is { } end ? new NameCompletions(source, _tokens).Complete(pattern.Field, end, size) : [];
}
