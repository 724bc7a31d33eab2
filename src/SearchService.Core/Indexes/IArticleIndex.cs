using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Indexes;

/// <summary>An index of articles that can be searched: the seam that every backend implements.</summary>
/// <remarks>Thread-safe. Each call answers from one committed state, which the answer names.</remarks>
public interface IArticleIndex : IDisposable
{
    /// <summary>What this backend can execute.</summary>
    BackendCapabilities Capabilities { get; }

    /// <summary>The state that the next call would answer from.</summary>
    IndexState State { get; }

    /// <summary>Says why a pattern, or a query in a syntax of the backend's own, can't be executed, though <see cref="Capabilities"/> has those of its kind.</summary>
    /// <param name="node">A <see cref="WildcardNode"/>, <see cref="FuzzyNode"/>, <see cref="RegexNode"/> or <see cref="NativeNode"/>.</param>
    /// <returns>One or more sentences on what is wrong with it, or which limit it is beyond; null when it can be executed.</returns>
    /// <remarks>What is refused is left out of the query above the seam, with the notice <c>invalid_pattern</c> or <c>invalid_query</c>.</remarks>
    string? Refuse(QueryNode node) => null;

    /// <summary>Executes a query: total, hits, facets and histogram, all of one state.</summary>
    /// <param name="query">Holds nothing that <see cref="Capabilities"/> denies, and no pattern that <see cref="Refuse"/> does.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>One article, whole.</summary>
    /// <param name="id">Exactly.</param>
    /// <param name="article">The article, when there is one.</param>
    /// <param name="state">The state that was asked.</param>
    bool TryGet(string id, out Article? article, out IndexState state);

    /// <summary>One article, whole, with what a query matches in it: exactly what a search that finds it marks in its passages.</summary>
    /// <param name="query">Which article, which query; it holds nothing that <see cref="Capabilities"/> denies, and no pattern that <see cref="Refuse"/> does.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when there is no such article.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken);

    /// <summary>The values of one facet under a query and filters, most frequent first.</summary>
    /// <param name="query">Which field, over which matches, which values.</param>
    /// <param name="cancellationToken">Ends the count early.</param>
    FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken);

    /// <summary>Other articles about the same as one: never another version of its story, and of other stories one each.</summary>
    /// <param name="id">Of the article, exactly.</param>
    /// <param name="size">The most wanted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when there is no such article; fewer than asked for when no more are similar.</returns>
    /// <exception cref="NotSupportedException"><see cref="Capabilities"/> denies it.</exception>
    SimilarArticles? Similar(string id, int size, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This backend doesn't tell which articles are similar.");

    /// <summary>What could be meant by a query that is still being typed, or that was mistyped.</summary>
    /// <param name="query">What is typed, and which words to find spellings for.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="NotSupportedException"><see cref="Capabilities"/> denies it.</exception>
    SuggestMatches Suggest(SuggestQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This backend makes no suggestions.");

    /// <summary>Executes a query for quotations: total, hits, facets and histogram, all of one state.</summary>
    /// <param name="query">Holds nothing that <see cref="Capabilities"/> denies, and no pattern that <see cref="Refuse"/> does.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <exception cref="NotSupportedException"><see cref="Capabilities"/> denies it.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    QuotationMatches SearchQuotations(QuotationQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This backend knows no quotations.");

    /// <summary>One quotation, with its article.</summary>
    /// <param name="id">Of <see cref="QuotationHit.Id"/>, exactly.</param>
    /// <param name="quotation">The quotation, when there is one.</param>
    /// <param name="state">The state that was asked.</param>
    /// <exception cref="NotSupportedException"><see cref="Capabilities"/> denies it.</exception>
    bool TryGetQuotation(string id, out QuotationHit? quotation, out IndexState state) =>
        throw new NotSupportedException("This backend knows no quotations.");

    /// <summary>Other spellings of a name that occur in the archive as parts of names.</summary>
    /// <param name="word">A word of a query.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The most frequent first; none for a word that is no name, or an ordinary word too.</returns>
    ImmutableArray<NameVariant> NameVariants(string word, CancellationToken cancellationToken) => [];

    /// <summary>The speakers of the archive whose names are spellings of one that no speaker of it has.</summary>
    /// <param name="name">A whole name.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Values of <see cref="FacetFields.Speaker"/>, those with most quotations first; none where the name is one itself.</returns>
    ImmutableArray<NameVariant> SpeakerVariants(string name, CancellationToken cancellationToken) => [];

    /// <summary>Makes ready, for the state that the next call would answer from, what the first query would else have to wait for.</summary>
    void Prepare()
    {
    }

    /// <summary>What is in the index.</summary>
    IndexDescription Describe();

    /// <summary>Looks whether a newer state was committed, and answers from it from now on; so too when the folder was deleted and built anew.</summary>
    /// <returns>Whether there was one; where there is no index any more, answers stay those of the state there was.</returns>
    /// <exception cref="IndexException">The newer one can't be opened; answers stay those of the state there was.</exception>
    bool Refresh();
}
