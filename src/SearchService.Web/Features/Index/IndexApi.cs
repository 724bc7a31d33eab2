using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;
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
        IReadOnlyList<ExampleSearch>? examples = host.ExamplesOf(index);
        if (!EntityTags.NotModified(context, index, examples is null ? null : "examples"))
        {
            await context.Response.WriteAsJsonAsync(IndexAnswer.Of(index, host.Index.Capabilities, examples), ApiJson.Relaxed.IndexAnswer, contentType: null, context.RequestAborted);
        }
    }
}

/// <summary>What is in the index. Capabilities: what its backend can execute; examples: searches made from it, absent until they are made.</summary>
internal sealed record IndexAnswer(
    IndexState Index,
    string Backend,
    CapabilitiesAnswer Capabilities,
    long SizeInBytes,
    DateTimeOffset Created,
    DateOnly? Earliest,
    DateOnly? Latest,
    IReadOnlyDictionary<string, FacetAnswer> Facets,
    IReadOnlyList<ExampleAnswer>? Examples)
{
    internal static IndexAnswer Of(IndexDescription index, BackendCapabilities capabilities, IReadOnlyList<ExampleSearch>? examples) => new(
        index.State,
        index.Backend,
        CapabilitiesAnswer.Of(capabilities),
        index.SizeInBytes,
        index.Created,
        index.Earliest,
        index.Latest,
        FacetAnswer.Of(index.Facets),
        examples is null ? null : [.. examples.Select(ExampleAnswer.Of)]);
}

/// <summary>A search that shows what is in the archive. Kind: quotation, speaker, words, title or period; in: quotes, absent for articles; count: what it finds.</summary>
internal sealed record ExampleAnswer(string Kind, string Query, string? In, long Count)
{
    internal static ExampleAnswer Of(ExampleSearch example) =>
        new(Names.Of(example.Kind), example.Query, example.In == SearchIn.Articles ? null : Names.Of(example.In), example.Count);
}
