using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Search;

/// <summary><c>/api/search</c>.</summary>
internal static class SearchApi
{
    internal static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", GetAsync)
            .WithName("search")
            .WithSummary("Searches articles")
            .WithDescription("Total, facets and histogram are exact. A page of hits comes with a cursor for the next one.")
            .WithQueryParameters(SearchParameters.All)
            .Produces<SearchAnswer>()
            .ProducesApiProblems();
        routes.MapPost("/search", PostAsync)
            .WithName("searchByBody")
            .WithSummary("Searches articles, asked for as JSON")
            .WithDescription("The same as GET, for queries too long for an address.")
            .Accepts<SearchBody>("application/json")
            .Produces<SearchAnswer>()
            .ProducesApiProblems(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task GetAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        SearchRequest request = SearchParameters.Read(new QueryReader(context.Request, SearchParameters.All));
        if (!EntityTags.NotModified(context, host.Index.Describe()))
        {
            await AnswerAsync(context, host, request);
        }
    }

    private static async Task PostAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        SearchBody body = await JsonBody.ReadAsync(context.Request, ApiJson.Relaxed.SearchBody, context.RequestAborted);
        EntityTags.NotModified(context, host.Index.Describe());
        await AnswerAsync(context, host, body.ToRequest());
    }

    private static async Task AnswerAsync(HttpContext context, ArticleIndexHost host, SearchRequest request)
    {
        SearchResponse response = host.Search.Search(request, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(SearchAnswer.Of(response), ApiJson.Relaxed.SearchAnswer, contentType: null, context.RequestAborted);
    }
}
