using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Versions;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary><c>/api/quotes/{id}/versions</c>.</summary>
internal static class VersionsApi
{
    internal static void MapQuoteVersions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/quotes/{id}/versions", GetAsync)
            .WithName("quoteVersions")
            .WithSummary("Gives the versions of a quotation: who carried it first, and who in which words")
            .WithDescription("Quotations of the same words, cut, extended or slightly changed are one quotation, in whichever articles. The answer is the same for each of them. The words of each version are compared with those of the fullest, the reference.")
            .Produces<VersionsAnswer>()
            .ProducesApiProblems(StatusCodes.Status404NotFound);

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        _ = new QueryReader(context.Request, []);
        host.Search.CheckPlace(SearchIn.Quotes);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        if (new QuotationVersions(host.Index).Find(id, out IndexState state, context.RequestAborted) is not { } cluster)
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "quote_not_found", $"There is no quotation '{id}' in generation {state.Generation} of the index.");
            return;
        }

        await context.Response.WriteAsJsonAsync(VersionsAnswer.Of(cluster), ApiJson.Relaxed.VersionsAnswer, contentType: null, context.RequestAborted);
    }
}
