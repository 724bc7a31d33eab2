using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Searching;
using SearchService.Web.Http;
using SearchService.Web.Page.Languages;

namespace SearchService.Web.Page;

/// <summary>What a browser asks to make the archive a search engine of its own, or an application: descriptions and suggestions.</summary>
internal static class BrowserApi
{
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private const string OpenSearchType = "application/opensearchdescription+xml";
    private const string SuggestionsType = "application/x-suggestions+json";

    /// <summary>The ground of the page, as css/tokens.css has it.</summary>
    internal const string LightGround = "#fcfcfa";

    /// <summary>The same, where a dark page is preferred.</summary>
    internal const string DarkGround = "#151817";

    private const string Green = "#0f5c57";

    internal static void MapBrowser(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opensearch.xml", DescribeSearchAsync).ExcludeFromDescription();
        routes.MapGet("/manifest.webmanifest", DescribeApplicationAsync).ExcludeFromDescription();
        routes.MapGet("/suggest.json", SuggestAsync).ExcludeFromDescription().LimitSearches();
    }

    // OpenSearch 1.1, draft 6. Its addresses are absolute: a browser keeps the description without where it came from.
    private static async Task DescribeSearchAsync(HttpContext context, [FromServices] PageSource source)
    {
        (PageFiles files, StringTable text) = Begin(context, source, OpenSearchType);
        string root = $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{context.Request.PathBase.ToUriComponent()}/";
        await using XmlWriter xml = XmlWriter.Create(context.Response.Body, new XmlWriterSettings { Async = true, Encoding = new System.Text.UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "OpenSearchDescription", OpenSearch);
        await WriteAsync("ShortName", text["page.name"]);
        await WriteAsync("Description", text["page.description"]);
        await WriteAsync("Language", text.Language);
        await WriteAsync("InputEncoding", "UTF-8");
        await WriteAsync("OutputEncoding", "UTF-8");
        await WriteAsync("Image", root + files.AddressOf("favicon.svg"), ("width", "32"), ("height", "32"), ("type", "image/svg+xml"));
        await WriteAsync("Url", null, ("type", "text/html"), ("rel", "results"), ("template", root + "search?q={searchTerms}"));
        await WriteAsync("Url", null, ("type", SuggestionsType), ("rel", "suggestions"), ("template", root + "suggest.json?q={searchTerms}"));
        await WriteAsync("Url", null, ("type", OpenSearchType), ("rel", "self"), ("template", root + "opensearch.xml"));
        await WriteAsync("Query", null, ("role", "example"), ("searchTerms", "troops leave"));
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();

        async Task WriteAsync(string name, string? value, params (string Name, string Value)[] attributes)
        {
            await xml.WriteStartElementAsync(null, name, OpenSearch);
            foreach ((string attribute, string content) in attributes)
            {
                await xml.WriteAttributeStringAsync(null, attribute, null, content);
            }

            if (value is not null)
            {
                await xml.WriteStringAsync(value);
            }

            await xml.WriteEndElementAsync();
        }
    }

    // https://www.w3.org/TR/appmanifest/
    private static async Task DescribeApplicationAsync(HttpContext context, [FromServices] PageSource source)
    {
        (PageFiles files, StringTable text) = Begin(context, source, "application/manifest+json");
        await using Utf8JsonWriter json = new(context.Response.BodyWriter, new JsonWriterOptions { Encoder = ApiJson.Relaxed.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("name", text["page.title"]);
        json.WriteString("short_name", text["page.name"]);
        json.WriteString("description", text["page.description"]);
        json.WriteString("lang", text.Language);
        json.WriteString("id", "./");
        json.WriteString("start_url", "./");
        json.WriteString("scope", "./");
        json.WriteString("display", "standalone");
        json.WriteString("background_color", LightGround);
        json.WriteString("theme_color", Green);
        json.WriteStartArray("icons");
        WriteIcon("favicon.svg", "any", "image/svg+xml");
        WriteIcon("icons/icon-192.png", "192x192", "image/png");
        WriteIcon("icons/icon-512.png", "512x512", "image/png");
        WriteIcon("icons/maskable-512.png", "512x512", "image/png", "maskable");
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteIcon(string path, string sizes, string type, string? purpose = null)
        {
            json.WriteStartObject();
            json.WriteString("src", files.AddressOf(path));
            json.WriteString("sizes", sizes);
            json.WriteString("type", type);
            if (purpose is not null)
            {
                json.WriteString("purpose", purpose);
            }

            json.WriteEndObject();
        }
    }

    // The form that address bars ask for: what was typed, and whole queries that go on from it.
    private static async Task SuggestAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        string typed = context.Request.Query["q"] is [{ } given, ..] ? given : "";
        if (EntityTags.NotModified(context, host.Index.Describe()))
        {
            return;
        }

        SuggestResponse suggested = host.Search.Suggest(new SuggestRequest { Query = typed }, context.RequestAborted);
        context.Response.ContentType = SuggestionsType;
        await using Utf8JsonWriter json = new(context.Response.BodyWriter, new JsonWriterOptions { Encoder = ApiJson.Relaxed.Options.Encoder });
        json.WriteStartArray();
        json.WriteStringValue(typed);
        json.WriteStartArray();
        foreach (QuerySuggestion completion in suggested.Completions)
        {
            json.WriteStringValue(completion.Text);
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }

    private static (PageFiles Files, StringTable Text) Begin(HttpContext context, PageSource source, string type)
    {
        PageFiles files = source.ForVisit();
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return (files, files.Languages.In(ReaderLanguage.Of(context.Request, files.Languages)));
    }
}
