using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Suggest;

/// <summary><c>/api/suggest</c>.</summary>
internal static class SuggestApi
{
    private static readonly SuggestRequest Defaults = new();

    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("q", "The query as far as it is typed. Empty or absent: no suggestions."),
        new("limit", "Suggestions wanted of each kind.")
        {
            Type = JsonSchemaType.Integer, Maximum = new SuggestLimits().MaxSize, Default = JsonValue.Create(Defaults.Size),
        },
    ];

    internal static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/suggest", GetAsync)
            .WithName("suggest")
            .WithSummary("Suggests how a query may go on, and what a misspelt one may mean")
            .WithDescription("Completions of the last word, headlines, authors and outlets that fit what is typed, and a corrected query. Every count is exact.")
            .WithQueryParameters(Parameters)
            .Produces<SuggestAnswer>()
            .ProducesApiProblems();

    private static async Task GetAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        QueryReader query = new(context.Request, Parameters);
        SuggestRequest request = new() { Query = query.Text("q"), Size = query.Integer("limit", Defaults.Size) };
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        SuggestResponse response = host.Search.Suggest(request, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(SuggestAnswer.Of(response), ApiJson.Relaxed.SuggestAnswer, contentType: null, context.RequestAborted);
    }
}
