using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Facets;

/// <summary><c>/api/facets/{field}</c>.</summary>
internal static class FacetsApi
{
    private const int DefaultSize = 100;

    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("contains", "Only values that hold this, without regard to case and diacritics."),
        new("size", "Values wanted, most frequent first.")
        {
            Type = JsonSchemaType.Integer, Maximum = new SearchLimits().MaxFacetSize, Default = JsonValue.Create(DefaultSize),
        },
        SearchParameters.In("Whether articles are counted, or quotations; then the query is read as /api/quotes reads it, and nothing is collapsed."),
        .. SearchParameters.Choosing,
    ];

    internal static void MapFacets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/facets/{field}", GetAsync)
            .WithName("facetValues")
            .WithSummary("Lists the values of a facet")
            .WithDescription("Counts are over the articles, or quotations, that the query and the filters of other fields choose; the field's own filter doesn't apply.")
            .WithQueryParameters(Parameters)
            .Produces<FacetValuesAnswer>()
            .ProducesApiProblems();

    private static async Task GetAsync(HttpContext context, string field, [FromServices] ArticleIndexHost host)
    {
        QueryReader query = new(context.Request, Parameters);
        SearchRequest request = SearchParameters.ReadChoosing(query);
        int size = query.Integer("size", DefaultSize);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        FacetValues values = host.Search.FacetValues(request, field, query.Text("contains"), size, SearchParameters.ReadIn(query), context.RequestAborted);
        FacetValuesAnswer answer = new(values.Field, values.Index, values.Distinct, values.Missing, BucketAnswer.Of(values.Values));
        await context.Response.WriteAsJsonAsync(answer, ApiJson.Relaxed.FacetValuesAnswer, contentType: null, context.RequestAborted);
    }
}

/// <summary>The values of a facet, most frequent first.</summary>
internal sealed record FacetValuesAnswer(string Field, IndexState Index, int Distinct, long Missing, IReadOnlyList<BucketAnswer> Values);
