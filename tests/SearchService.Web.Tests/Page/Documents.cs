using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SearchService.Web.Tests.Page;

/// <summary>Documents of the page as a browser without scripts reads them.</summary>
internal static class Documents
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    internal static async Task<IDocument> GetDocumentAsync(this ServiceUnderTest service, string address, HttpStatusCode status = HttpStatusCode.OK, string language = "en")
    {
        using HttpClient client = service.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using HttpResponseMessage response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return Parser.ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The address a link leads to, from the root of the service.</summary>
    internal static string AddressOf(this IElement link) => "/" + link.GetAttribute("href")!.TrimStart('.', '/');

    internal static IElement One(this IParentNode place, string selector) => Assert.Single(place.QuerySelectorAll(selector));

    internal static string[] Texts(this IParentNode place, string selector) => [.. place.QuerySelectorAll(selector).Select(element => element.TextContent)];

    /// <summary>The number a text begins with.</summary>
    internal static int Number(this IElement element) =>
        int.Parse(string.Concat(element.TextContent.TakeWhile(c => char.IsAsciiDigit(c) || c == ',')).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    internal static int Total(this IDocument document) => document.One(".results-total").Number();
}
