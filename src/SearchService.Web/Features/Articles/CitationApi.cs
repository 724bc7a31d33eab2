using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Articles;
using SearchService.Core.Citations;
using SearchService.Core.Indexes;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary><c>/api/articles/{id}/citation</c>.</summary>
internal static class CitationApi
{
    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("format", "text to read, bibtex, ris, or csl for CSL JSON.")
        {
            Values = Names.All<CitationFormat>(), Default = JsonValue.Create(Names.Of(CitationFormat.Text)),
        },
    ];

    internal static void MapCitations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}/citation", GetAsync)
            .WithName("citation")
            .WithSummary("Cites one article")
            .WithDescription("With authors as they are given, title, outlet, date as precise as it is, address, and the archive with its generation.")
            .WithQueryParameters(Parameters)
            .Produces<string>(StatusCodes.Status200OK, "text/plain", "application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json")
            .ProducesApiProblems(StatusCodes.Status404NotFound);

    private static async Task GetAsync(HttpContext context, string id, [FromServices] ArticleIndexHost host)
    {
        CitationFormat format = new QueryReader(context.Request, Parameters).Choice<CitationFormat>("format") ?? CitationFormat.Text;
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        if (!host.Index.TryGet(id, out Article? article, out IndexState state))
        {
            await ArticlesApi.WriteNotFoundAsync(context, id, state);
            return;
        }

        context.Response.ContentType = $"{MediaType(format)}; charset=utf-8";
        await context.Response.WriteAsync(Citation.Write(format, article!, state), context.RequestAborted);
    }

    private static string MediaType(CitationFormat format) => format switch
    {
        CitationFormat.Bibtex => "application/x-bibtex",
        CitationFormat.Ris => "application/x-research-info-systems",
        CitationFormat.Csl => "application/vnd.citationstyles.csl+json",
        _ => "text/plain",
    };
}
