using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using SearchService.TestSupport;

namespace SearchService.Web.Tests.Page;

/// <summary>What a browser asks to make the archive a search engine of its own, or an application.</summary>
public sealed class BrowserDescriptions(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_search_is_described_with_whole_addresses_that_answer()
    {
        using HttpClient client = service.CreateClient();
        IDocument document = await service.GetDocumentAsync("/");
        IElement link = document.One("link[rel=search]");
        Assert.Equal("application/opensearchdescription+xml", link.GetAttribute("type"));
        using HttpResponseMessage response = await client.GetAsync(link.AddressOf(), Cancelled);
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType?.MediaType);

        XElement description = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled)).Root!;
        Assert.Equal(OpenSearch + "OpenSearchDescription", description.Name);
        Assert.InRange(description.Element(OpenSearch + "ShortName")!.Value.Length, 1, 16); // as the specification has it
        Assert.InRange(description.Element(OpenSearch + "Description")!.Value.Length, 1, 1024);
        Dictionary<string, string> templates = description.Elements(OpenSearch + "Url").ToDictionary(url => (string)url.Attribute("type")!, url => (string)url.Attribute("template")!);
        Assert.Equal(3, templates.Count);
        foreach ((string type, string template) in templates)
        {
            Uri address = new(template.Replace("{searchTerms}", "harb", StringComparison.Ordinal), UriKind.Absolute);
            using HttpResponseMessage answer = await client.GetAsync(address, Cancelled);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Its_addresses_are_those_of_the_host_that_was_asked()
    {
        using HttpClient client = service.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, "/opensearch.xml") { Headers = { Host = "archive.example:81" } };
        using HttpResponseMessage response = await client.SendAsync(request, Cancelled);
        XElement description = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled)).Root!;
        Assert.All(description.Elements(OpenSearch + "Url"), url => Assert.StartsWith("http://archive.example:81/", (string)url.Attribute("template")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("harb")]
    [InlineData("")]
    [InlineData("</script>\"🦆")]
    public async Task Suggestions_have_the_form_that_address_bars_read(string typed)
    {
        using HttpClient client = service.CreateClient();
        JsonArray answer = JsonNode.Parse(await client.GetStringAsync("/suggest.json?q=" + Uri.EscapeDataString(typed), Cancelled))!.AsArray();
        JsonNode suggested = await service.GetJsonAsync("/api/suggest?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(2, answer.Count);
        Assert.Equal(typed, (string)answer[0]!);
        Assert.Equal(suggested["completions"]!.AsArray().Select(completion => (string)completion!["text"]!), answer[1]!.AsArray().Select(text => (string)text!));
        Assert.Equal(typed == "harb", answer[1]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task The_application_has_icons_of_the_sizes_it_says()
    {
        using HttpClient client = service.CreateClient();
        IDocument document = await service.GetDocumentAsync("/");
        JsonNode manifest = JsonNode.Parse(await client.GetStringAsync(document.One("link[rel=manifest]").AddressOf(), Cancelled))!;
        Assert.Equal("News archive", (string)manifest["short_name"]!);
        List<(string Address, string Type, string? Sizes)> icons =
            [.. manifest["icons"]!.AsArray().Select(icon => ((string)icon!["src"]!, (string)icon["type"]!, (string?)icon["sizes"]))];
        Assert.Contains(manifest["icons"]!.AsArray(), icon => (string?)icon!["purpose"] == "maskable");
        icons.Add((document.One("link[rel=apple-touch-icon]").GetAttribute("href")!, "image/png", "180x180"));
        foreach ((string address, string type, string? sizes) in icons)
        {
            using HttpResponseMessage response = await client.GetAsync("/" + address, Cancelled);
            Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            if (type == "image/png")
            {
                // The header of a PNG (RFC 2083): width and height, big-endian, behind signature, length and name of its first chunk.
                byte[] header = (await response.Content.ReadAsByteArrayAsync(Cancelled))[16..24];
                Assert.Equal(sizes, $"{(header[2] << 8) + header[3]}x{(header[6] << 8) + header[7]}");
            }
        }
    }

    [Fact]
    public async Task The_browsers_own_bars_have_the_colours_of_the_page()
    {
        string tokens = await File.ReadAllTextAsync(Path.Combine(SampleIndex.Repository, "src", "SearchService.Web", "wwwroot", "css", "tokens.css"), Cancelled);
        string[] grounds = [.. tokens.Split('\n').Where(line => line.Contains("--ground:", StringComparison.Ordinal)).Select(line => line.Split(':')[1].Trim(' ', ';'))];
        IDocument document = await service.GetDocumentAsync("/");
        Assert.Equal(grounds, document.QuerySelectorAll("meta[name=theme-color]").Select(meta => meta.GetAttribute("content")));
    }
}
