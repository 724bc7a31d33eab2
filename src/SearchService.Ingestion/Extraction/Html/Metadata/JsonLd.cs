using System.Text.Json;
using AngleSharp.Dom;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What structured data in JSON-LD says (schema.org).</summary>
/// <remarks>
/// Of all objects at the top, in lists and in <c>@graph</c>, one is the page's article: of a type that is an article, with the address
/// or headline of the page where there are several. Objects that stand under an <c>@id</c> are followed once. An object of the page
/// itself (<c>WebPage</c>) adds what the article's lacks.
/// </remarks>
internal sealed class JsonLd
{
    private const int MostScripts = 50;
    private const int MostNodes = 2000;
    private const int Deepest = 6;
    private const ValueOrigin Origin = ValueOrigin.JsonLd;

    private readonly List<JsonElement> _nodes = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>Adds what it says.</summary>
    /// <param name="page">The page.</param>
    /// <param name="claims">Added to.</param>
    public static void Read(PageElements page, PageClaims claims)
    {
        List<JsonDocument> documents = [];
        try
        {
            JsonLd data = new();
            foreach (IElement script in page.JsonLd.Take(MostScripts))
            {
                foreach (JsonDocument document in LenientJson.Read(script.TextContent))
                {
                    documents.Add(document);
                    data.Collect(document.RootElement, 0);
                }
            }

            data.Tell(page, claims);
        }
        finally
        {
            documents.ForEach(static document => document.Dispose());
        }
    }

    private void Collect(JsonElement value, int depth)
    {
        if (depth > Deepest || _nodes.Count >= MostNodes)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Collect(item, depth + 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            _nodes.Add(value);
            Remember(value);
            foreach (string name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (value.TryGetProperty(name, out JsonElement inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    Collect(inner, depth + 1);
                }
            }
        }
    }

    // A mere reference says nothing of what it refers to.
    private void Remember(JsonElement node)
    {
        if (TextOf(node, "@id") is { } id && node.EnumerateObject().Skip(1).Any())
        {
            _byId.TryAdd(id, node);
        }
    }

    private void Tell(PageElements page, PageClaims claims)
    {
        List<JsonElement> articles = [.. _nodes.Where(static node => IsOfType(node, IsArticle))];
        JsonElement? article = articles.Count > 1 ? Fitting(articles, page) : articles.Count == 1 ? articles[0] : null;
        JsonElement? webPage = _nodes.Where(static node => IsOfType(node, static type => type.EndsWith("Page", StringComparison.Ordinal))).Select(static node => (JsonElement?)node).FirstOrDefault();
        if (article is { } found)
        {
            // Where it has both, the headline is what the page shows as one.
            string?[] names = [TextOf(found, "headline"), TextOf(found, "name")];
            string shown = Headings(page);
            PageClaims.Add(claims.Titles, Array.Find(names, name => name is not null && shown.Contains(PlainValue.Of(name), StringComparison.OrdinalIgnoreCase)) ?? names[0] ?? names[1], Origin);
            claims.AddAuthors(Names(found, "author", 0), Origin);
            claims.AddAuthors(Names(found, "creator", 0), Origin);
        }

        foreach (JsonElement node in (IEnumerable<JsonElement>)[.. new[] { article, webPage }.OfType<JsonElement>()])
        {
            PageClaims.Add(claims.Published, TextOf(node, "datePublished") ?? TextOf(node, "dateCreated"), Origin);
            PageClaims.Add(claims.Modified, TextOf(node, "dateModified"), Origin);
            PageClaims.Add(claims.Sites, Names(node, "publisher", 0).FirstOrDefault(), Origin);
            PageClaims.Add(claims.Languages, TextOf(node, "inLanguage"), Origin);
            PageClaims.Add(claims.Urls, TextOf(node, "mainEntityOfPage"), Origin);
            PageClaims.Add(claims.Urls, TextOf(node, "url"), Origin);
            foreach (string section in Texts(node, "articleSection"))
            {
                PageClaims.Add(claims.Sections, section, Origin);
            }

            foreach (string topic in Texts(node, "keywords"))
            {
                PageClaims.Add(claims.Topics, topic, Origin);
            }
        }

        foreach (JsonElement node in _nodes.Where(static node => IsOfType(node, static type => type is "WebSite" or "NewsMediaOrganization")))
        {
            PageClaims.Add(claims.Sites, TextOf(node, "name"), Origin);
        }
    }

    // Several articles are told apart by what the page says of itself otherwise; the first one is taken where nothing does.
    private static JsonElement Fitting(List<JsonElement> articles, PageElements page)
    {
        string? address = page.Canonicals.Count > 0 ? page.Canonicals[0].GetAttribute("href") : null;
        string headings = Headings(page);
        string title = PlainValue.Of(page.Document.Title);
        return articles.MaxBy(article =>
        {
            string? headline = PlainValue.Of(TextOf(article, "headline"));
            bool here = address is not null && (TextOf(article, "url") == address || TextOf(article, "mainEntityOfPage") == address || TextOf(article, "@id")?.StartsWith(address, StringComparison.Ordinal) == true);
            bool titled = headline.Length > 0 && (headings.Contains(headline, StringComparison.OrdinalIgnoreCase) || title.Contains(headline, StringComparison.OrdinalIgnoreCase));
            return (here ? 2 : 0) + (titled ? 2 : 0) + (headline.Length > 0 ? 1 : 0);
        });
    }

    private static string Headings(PageElements page) =>
        string.Join('\n', page.Headings.Where(static heading => heading.LocalName == "h1").Select(static heading => PlainValue.Of(heading.TextContent)));

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe";

    private static bool IsOfType(JsonElement node, Func<string, bool> isWanted)
    {
        foreach (string type in Texts(node, "@type"))
        {
            // "http://schema.org/NewsArticle" and "schema:NewsArticle" are NewsArticle.
            if (isWanted(type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    // People and organisations: a name, an object with one, a reference to one, or a list of these.
    private IEnumerable<string> Names(JsonElement node, string property, int depth) =>
        node.TryGetProperty(property, out JsonElement value) ? Names(value, depth) : [];

    private IEnumerable<string> Names(JsonElement value, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return [value.GetString() ?? ""];
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(item => Names(item, depth + 1));
            case JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name):
                return Names(name, depth + 1);
            case JsonValueKind.Object when TextOf(value, "familyName") is { } family:
                return [$"{TextOf(value, "givenName")} {family}"];
            case JsonValueKind.Object when TextOf(value, "@id") is { } id && _byId.TryGetValue(id, out JsonElement referred):
                return Names(referred, depth + 1);
            case JsonValueKind.Object:
                return Texts(value, "@value");
            default:
                return [];
        }
    }

    private static string? TextOf(JsonElement node, string property) => Texts(node, property).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));

    private static IEnumerable<string> Texts(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out JsonElement value) ? Texts(value, 0) : [];

    private static IEnumerable<string> Texts(JsonElement value, int depth) => (value.ValueKind, depth) switch
    {
        (JsonValueKind.String, _) => [value.GetString() ?? ""],
        (JsonValueKind.Number, _) => [value.GetRawText()],
        (JsonValueKind.Array, < Deepest) => value.EnumerateArray().SelectMany(item => Texts(item, depth + 1)),
        (JsonValueKind.Object, < Deepest) => First(value, depth, "@value", "name", "alternateName", "@id", "url"),
        _ => [],
    };

    private static IEnumerable<string> First(JsonElement value, int depth, params ReadOnlySpan<string> properties)
    {
        foreach (string property in properties)
        {
            if (value.TryGetProperty(property, out JsonElement inner))
            {
                return Texts(inner, depth + 1);
            }
        }

        return [];
    }
}
