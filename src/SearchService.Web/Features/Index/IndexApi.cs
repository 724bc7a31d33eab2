using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Indexes;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Index;

/// <summary><c>/api/index</c>.</summary>
internal static class IndexApi
{
    internal static void MapIndex(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/index", GetAsync)
            .WithName("index")
            .WithSummary("Says what is in the index")
            .Produces<IndexAnswer>()
            .ProducesApiProblems();

    private static async Task GetAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        _ = new QueryReader(context.Request, []);
        IndexDescription index = host.Index.Describe();
        if (!EntityTags.NotModified(context, index))
        {
            await context.Response.WriteAsJsonAsync(IndexAnswer.Of(index), ApiJson.Relaxed.IndexAnswer, contentType: null, context.RequestAborted);
        }
    }
}

/// <summary>What is in the index.</summary>
internal sealed record IndexAnswer(
    IndexState Index,
    string Backend,
    long SizeInBytes,
    DateTimeOffset Created,
    DateOnly? Earliest,
    DateOnly? Latest,
    IReadOnlyDictionary<string, FacetAnswer> Facets)
{
    internal static IndexAnswer Of(IndexDescription index) => new(
        index.State, index.Backend, index.SizeInBytes, index.Created, index.Earliest, index.Latest, FacetAnswer.Of(index.Facets));
}
