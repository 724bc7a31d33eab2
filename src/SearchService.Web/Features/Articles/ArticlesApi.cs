using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary><c>/api/articles/{id}</c>.</summary>
internal static class ArticlesApi
{
    internal static void MapArticles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}", GetAsync)
            .WithName("article")
            .WithSummary("Gives one article, whole")
            .Produces<ArticleAnswer>()
            .ProducesApiProblems(StatusCodes.Status404NotFound);

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        _ = new QueryReader(context.Request, []);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        if (!host.Index.TryGet(id, out Article? article, out IndexState state))
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "article_not_found", $"There is no article '{id}' in generation {state.Generation} of the index.");
            return;
        }

        await context.Response.WriteAsJsonAsync(ArticleAnswer.Of(article!, state), ApiJson.Relaxed.ArticleAnswer, contentType: null, context.RequestAborted);
    }
}
