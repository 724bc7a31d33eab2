using System.Collections.Immutable;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Suggest;
using SearchService.Backend.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;
using SearchService.Engine.Suggest;
using SortOrder = SearchService.Engine.Execution.SortOrder;

namespace SearchService.Backend.Embedded;

/// <summary>What suggestions are made from: a snapshot.</summary>
/// <param name="archive">The snapshot.</param>
/// <param name="cancellation">Ends each call early.</param>
internal sealed class SuggestionSource(ArchiveSnapshot archive, CancellationToken cancellation) : ISuggestionSource
{
    private readonly ArticleQueryTranslator _translator = new(archive, ranked: false, cancellation);
    private readonly FrequentTerms _terms = new(archive.Articles);
    private readonly SpellingCorrector _corrector = new(archive.Articles);

    /// <inheritdoc/>
    public long Count(QueryNode query) => Search(new EngineSearch { Query = _translator.Translate(query), Size = 0 }).Total;

    /// <inheritdoc/>
    public bool HasWord(ImmutableArray<string> fields, string beginning) => _terms.Any(Sets(fields, beginning), cancellation);

    /// <inheritdoc/>
    public FrequentTermsResult Words(ImmutableArray<string> fields, string beginning, QueryNode? within, int size) =>
        _terms.Find(Sets(fields, beginning), _translator.Translate(within), size, cancellation);

    /// <inheritdoc/>
    public ImmutableArray<Correction> Spellings(ImmutableArray<string> fields, string word, int size) =>
        _corrector.Correct([.. fields.Select(NumberOf)], word, size, cancellation);

    /// <inheritdoc/>
    public ImmutableArray<NameSuggestion> Values(string facet, QueryNode query, int size)
    {
        FacetRequest request = new(ArticleFields.Labels.Of(facet)) { Size = size };
        FacetResult values = Search(new EngineSearch { Query = _translator.Translate(query), Size = 0, Facets = [request] }).Facets[0];
        return [.. values.Values.Select(static value => new NameSuggestion(value.Value, value.Count))];
    }

    /// <inheritdoc/>
    public (IEnumerable<Article> Articles, TextMarker Titles) Latest(QueryNode query, int size)
    {
        Query translated = _translator.Translate(query);
        EngineSearch search = new() { Query = translated, Size = size, Sort = SortOrder.ByNumber(ArticleFields.DateFrom, descending: true) };
        return (Search(search).Hits.Select(hit => archive.ReadArticle(hit.Document)), Highlighter.Of(translated, ArticleFields.Title));
    }

    private static int NumberOf(string field) => field switch
    {
        QueryFields.Title => ArticleFields.Title,
        QueryFields.Body => ArticleFields.Text,
        QueryFields.Author => ArticleFields.AuthorWords,
        QueryFields.Source => ArticleFields.SourceWords,
        QueryFields.Topic => ArticleFields.TopicWords,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "It has no words of articles."),
    };

    private static ImmutableArray<TermSetQuery> Sets(ImmutableArray<string> fields, string beginning) =>
        [.. fields.Select(field => new FoldedPrefixQuery(NumberOf(field), beginning))];

    private SearchResult Search(EngineSearch search) => archive.ArticleSearcher.Search(search, cancellation);
}
