using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Chooses the address that a page gives as its own.</summary>
internal static class PageAddress
{
    /// <summary>The canonical link, what OpenGraph, JSON-LD and the rest say, then the address the page was saved from.</summary>
    /// <param name="page">The page.</param>
    /// <param name="claims">What its head says.</param>
    /// <param name="address">Where the page was, as its record says; or null.</param>
    /// <returns>An absolute address of the web with a path or a query: that of a whole site is no article's. Null where there is none.</returns>
    public static Claim? Choose(PageElements page, PageClaims claims, string? address)
    {
        Uri? around = Uri.TryCreate(address, UriKind.Absolute, out Uri? given) ? given : Absolute(page.SavedFrom, null);
        IEnumerable<Claim> all =
        [
            .. page.Canonicals.Select(static link => new Claim(link.GetAttribute("href") ?? "", ValueOrigin.Meta)),
            .. claims.Urls.Where(static claim => claim.Origin == ValueOrigin.OpenGraph),
            .. claims.Urls.Where(static claim => claim.Origin != ValueOrigin.OpenGraph),
            new Claim(page.SavedFrom ?? "", ValueOrigin.Meta),
        ];
        foreach (Claim claim in all)
        {
            if (Absolute(claim.Value, around) is { } url)
            {
                return claim with { Value = url.AbsoluteUri };
            }
        }

        return null;
    }

    private static Uri? Absolute(string? value, Uri? around)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        string given = value.Trim();
        given = given.StartsWith("//", StringComparison.Ordinal) ? "https:" + given : given;
        Uri? url = null;
        bool read = (given[0] != '/' && Uri.TryCreate(given, UriKind.Absolute, out url)) || (around is not null && Uri.TryCreate(around, given, out url));
        bool isOfArticle = read && (url!.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Contains('.', StringComparison.Ordinal)
            && (url.AbsolutePath.Length > 1 || url.Query.Length > 1);
        return isOfArticle ? url : null;
    }
}
