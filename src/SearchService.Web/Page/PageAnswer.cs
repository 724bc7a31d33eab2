using System.Collections.Immutable;
using System.Text.Json;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Page;

/// <summary>What a search found, articles or quotations.</summary>
/// <param name="Query">How the query was read.</param>
/// <param name="Total">Articles or quotations that match.</param>
/// <param name="Took">Time spent searching.</param>
/// <param name="Index">What answered.</param>
/// <param name="Facets">All of them.</param>
/// <param name="Histogram">Matches over time.</param>
/// <param name="Next">The cursor of the next page.</param>
public sealed record PageAnswer(
    QueryReading Query, long Total, TimeSpan Took, IndexState Index, ImmutableArray<Facet> Facets, Histogram? Histogram, string? Next)
{
    /// <summary>Articles found, unless quotations are shown.</summary>
    public ImmutableArray<SearchHit> Hits { get; init; } = [];

    /// <summary>Quotations found, if those are shown.</summary>
    public ImmutableArray<QuotationHit> Quotations { get; init; } = [];

    /// <summary>Stories among the articles, if they are counted.</summary>
    public long? Stories { get; init; }

    /// <summary>A query that may be meant.</summary>
    public QuerySuggestion? DidYouMean { get; init; }

    /// <summary>Why nothing has all that was asked for.</summary>
    public NothingFound? Nothing { get; init; }

    /// <summary>The endpoint that gives the scripts of the page the same.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What it gives: scripts find it in the document, and needn't ask.</summary>
    public required string Json { get; init; }

    internal static PageAnswer Of(SearchResponse response) =>
        new(response.Query, response.Total, response.Took, response.Index, response.Facets, response.Histogram, response.Next)
        {
            Endpoint = "api/search",
            Json = JsonSerializer.Serialize(SearchAnswer.Of(response), ApiJson.Relaxed.SearchAnswer),
            Hits = response.Hits,
            Stories = response.Stories,
            DidYouMean = response.DidYouMean,
            Nothing = response.Nothing,
        };

    internal static PageAnswer Of(QuotationResponse response) =>
        new(response.Query, response.Total, response.Took, response.Index, response.Facets, response.Histogram, response.Next)
        {
            Endpoint = "api/quotes",
            Json = JsonSerializer.Serialize(QuotationsAnswer.Of(response), ApiJson.Relaxed.QuotationsAnswer),
            Quotations = response.Hits,
            DidYouMean = response.DidYouMean,
            Nothing = response.Nothing,
        };
}
