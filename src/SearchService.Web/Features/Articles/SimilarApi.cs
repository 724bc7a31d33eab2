using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary><c>/api/articles/{id}/similar</c>.</summary>
internal static class SimilarApi
{
    private const int DefaultSize = 5;

    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("size", "Articles wanted, at most; there are fewer where fewer are about the same.")
        {
            Type = JsonSchemaType.Integer, Maximum = new SearchLimits().MaxSimilar, Default = JsonValue.Create(DefaultSize),
        },
    ];

    internal static void MapSimilarArticles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}/similar", GetAsync)
            .WithName("similarArticles")
            .WithSummary("Gives other articles about the same")
            .WithDescription("By the words that tell best what an article is about: those it has often and few others have. One a story, and none that is a version of the article itself.")
            .WithQueryParameters(Parameters)
            .Produces<SimilarAnswer>()
            .ProducesApiProblems(StatusCodes.Status404NotFound);

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        int size = new QueryReader(context.Request, Parameters).Integer("size", DefaultSize);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        if (host.Search.Similar(id, size, context.RequestAborted) is not { } similar)
        {
            await ArticlesApi.WriteNotFoundAsync(context, id, host.Index.State);
            return;
        }

        await context.Response.WriteAsJsonAsync(SimilarAnswer.Of(similar), ApiJson.Relaxed.SimilarAnswer, contentType: null, context.RequestAborted);
    }
}
