using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary><c>/api/articles/{id}</c>.</summary>
internal static class ArticlesApi
{
    /// <summary>The code of what <see cref="DescribeNotFound"/> says.</summary>
    internal const string NotFound = "article_not_found";

    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("q", "A query, in the query language: what it matches in this article is marked. Empty or absent: nothing is."),
        SearchParameters.Syntax,
        SearchParameters.In("How the query is read, and where it is marked: articles as /api/search does, quotes as /api/quotes does."),
        new("strict", "true: a query of which any part is not understood is refused with its place, instead of answered with a notice.")
        {
            Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false),
        },
    ];

    internal static void MapArticles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}", GetAsync)
            .WithName("article")
            .WithSummary("Gives one article, whole")
            .WithDescription("With a query, all is marked that it matches: as in the passages of a search that finds the article. An article that it doesn't match has no marks.")
            .WithQueryParameters(Parameters)
            .Produces<ArticleAnswer>()
            .ProducesApiProblems(StatusCodes.Status404NotFound);

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        QueryReader query = new(context.Request, Parameters);
        SearchRequest request = new() { Query = query.Text("q"), Syntax = query.TextOrNull("syntax"), Strict = query.Flag("strict") };
        SearchIn place = SearchParameters.ReadIn(query);
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        ArticleAnswer? answer = request.Query.Length == 0 ? Plain(host.Index, id)
            : host.Search.Read(id, request, place, context.RequestAborted) is { } reading ? ArticleAnswer.Of(reading)
            : null;
        if (answer is null)
        {
            await WriteNotFoundAsync(context, id, host.Index.State);
            return;
        }

        await context.Response.WriteAsJsonAsync(answer, ApiJson.Relaxed.ArticleAnswer, contentType: null, context.RequestAborted);
    }

    internal static Task WriteNotFoundAsync(HttpContext context, string id, IndexState state) =>
        Problems.WriteAsync(context, StatusCodes.Status404NotFound, NotFound, DescribeNotFound(id, state));

    internal static string DescribeNotFound(string id, IndexState state) => $"There is no article '{id}' in generation {state.Generation} of the index.";

    private static ArticleAnswer? Plain(IArticleIndex index, string id) =>
        index.TryGet(id, out Article? article, out IndexState state) ? ArticleAnswer.Of(article!, state) : null;
}
