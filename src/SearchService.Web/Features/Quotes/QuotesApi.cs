using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary><c>/api/quotes</c> and <c>/api/quotes/{id}</c>.</summary>
internal static class QuotesApi
{
    // An article's alone: what is collapsed, and what is shown of its text.
    private static readonly ImmutableArray<QueryParameter> Parameters =
        [.. SearchParameters.All.Where(static parameter => parameter.Name is not ("collapse" or "passages" or "quotes"))];

    internal static void MapQuotes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quotes", SearchAsync)
            .WithName("quotes")
            .WithSummary("Searches quotations")
            .WithDescription("A word without a field is looked for in the words spoken; `speaker:` in who speaks; every other field, and every filter but speaker, is of the article. Total, facets and histogram count quotations, exactly.")
            .WithQueryParameters(Parameters)
            .Produces<QuotationsAnswer>()
            .ProducesApiProblems();
        routes.MapGet("/quotes/{id}", GetAsync)
            .WithName("quote")
            .WithSummary("Gives one quotation")
            .Produces<SingleQuotationAnswer>()
            .ProducesApiProblems(StatusCodes.Status404NotFound);
    }

    private static async Task SearchAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        SearchRequest request = SearchParameters.Read(new QueryReader(context.Request, Parameters));
        if (!EntityTags.NotModified(context, host.Index.Describe()))
        {
            QuotationResponse response = host.Search.SearchQuotations(request, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(QuotationsAnswer.Of(response), ApiJson.Relaxed.QuotationsAnswer, contentType: null, context.RequestAborted);
        }
    }

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        _ = new QueryReader(context.Request, []);
        host.Search.CheckPlace(SearchIn.Quotes);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        if (!host.Index.TryGetQuotation(id, out QuotationHit? hit, out IndexState state))
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "quote_not_found", $"There is no quotation '{id}' in generation {state.Generation} of the index.");
            return;
        }

        await context.Response.WriteAsJsonAsync(SingleQuotationAnswer.Of(hit!, state), ApiJson.Relaxed.SingleQuotationAnswer, contentType: null, context.RequestAborted);
    }
}
