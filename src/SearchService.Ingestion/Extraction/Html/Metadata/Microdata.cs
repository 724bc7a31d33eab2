using AngleSharp.Dom;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What <c>itemprop</c> attributes say of what the page shows (schema.org as microdata).</summary>
internal static class Microdata
{
    private const int MostAncestors = 40;

    // What isn't the article itself: its pictures, its comments, what it links to.
    private static readonly string[] OtherItems = ["Comment", "ImageObject", "VideoObject", "WPSideBar", "WPFooter", "ItemList", "BreadcrumbList", "Product", "Event", "Rating", "Place"];

    /// <summary>Adds what they say.</summary>
    /// <param name="page">The page.</param>
    /// <param name="claims">Added to.</param>
    /// <param name="headline">The headline's element, where it is known.</param>
    public static void Read(PageElements page, PageClaims claims, IElement? headline)
    {
        List<string> authors = [];
        foreach (IElement element in page.Properties)
        {
            foreach (string property in element.GetAttribute("itemprop")!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                List<Claim>? claimed = property switch
                {
                    "headline" => claims.Titles,
                    "datePublished" or "dateCreated" => claims.Published,
                    "dateModified" => claims.Modified,
                    "inLanguage" => claims.Languages,
                    "articleSection" => claims.Sections,
                    _ => null,
                };
                if (claimed is null && property is not ("author" or "creator" or "publisher"))
                {
                    continue;
                }

                if (IsOfAnother(element, headline))
                {
                    continue;
                }

                if (claimed is not null)
                {
                    PageClaims.Add(claimed, ValueOf(element), ValueOrigin.Microdata);
                }
                else if (property == "publisher")
                {
                    PageClaims.Add(claims.Sites, NameOf(element), ValueOrigin.Microdata);
                }
                else if (NameOf(element) is { Length: > 0 } name)
                {
                    authors.Add(name);
                }
            }
        }

        claims.AddAuthors(authors, ValueOrigin.Microdata);
    }

    private static bool IsOfAnother(IElement element, IElement? headline)
    {
        IElement? around = element.ParentElement;
        for (int i = 0; i < MostAncestors && around is not null; i++, around = around.ParentElement)
        {
            if (around.GetAttribute("itemtype") is { } type && Array.Exists(OtherItems, other => type.EndsWith(other, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        // Values in <meta> are written for machines, wherever they stand.
        return element.LocalName != "meta" && Marks.IsAside(element, headline);
    }

    // An item in its own right has its name among its properties.
    private static string? NameOf(IElement element)
    {
        if (element.GetAttribute("content") is { Length: > 0 } content)
        {
            return content;
        }

        return element.QuerySelector("[itemprop~=name]") is { } name ? ValueOf(name) : element.TextContent;
    }

    private static string? ValueOf(IElement element) =>
        element.GetAttribute("content") is { Length: > 0 } content ? content
        : element.GetAttribute("datetime") is { Length: > 0 } time ? time
        : element.TextContent;
}
