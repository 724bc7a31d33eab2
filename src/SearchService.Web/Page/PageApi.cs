using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.Views;

namespace SearchService.Web.Page;

/// <summary>The page: <c>/</c>, the first visit; <c>/search</c>, everything else; <c>/assets</c>, its files.</summary>
internal static class PageApi
{
    /// <summary>Where the files are.</summary>
    internal const string Assets = "/assets";

    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    internal static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<PageSource>().ForVisit(); // what is wrong with the files is said at the start
        routes.MapGet("/", GetDocument).ExcludeFromDescription();
        routes.MapGet("/search", GetDocument).ExcludeFromDescription();
        routes.MapGet(Assets + "/{version}/{**path}", GetAsset).ExcludeFromDescription();
    }

    private static IResult GetDocument(HttpContext context, [FromServices] PageSource source)
    {
        PageFiles files = source.ForVisit();
        if (context.Request.Query[ReaderLanguage.Parameter] is [{ } chosen] && ReaderLanguage.TryRemember(context, chosen, files.Languages))
        {
            return TypedResults.LocalRedirect(context.Request.Path + QueryString.Create(context.Request.Query.Where(static each => each.Key != ReaderLanguage.Parameter)));
        }

        StringTable text = files.Languages.In(ReaderLanguage.Of(context.Request, files.Languages));
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' '{files.StylesHash}'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        Dictionary<string, object?> parameters = new()
        {
            [nameof(Shell.Files)] = files,
            [nameof(Shell.Text)] = text,
            [nameof(Shell.Title)] = text["page.title"],
            [nameof(Shell.Face)] = "welcome",
        };
        return new RazorComponentResult<Shell>(parameters) { PreventStreamingRendering = true };
    }

    private static IResult GetAsset(HttpContext context, string version, string path, [FromServices] PageSource source)
    {
        if (source.OfVersion(version)?.Find(path) is not { } asset)
        {
            return TypedResults.NotFound(); // a page older than the service: it is loaded anew
        }

        (byte[] body, string? encoding) = asset.For(context.Request.Headers.AcceptEncoding.ToString());
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = Forever, Extensions = { new NameValueHeaderValue("immutable") } };
        context.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(body, asset.ContentType);
    }
}
