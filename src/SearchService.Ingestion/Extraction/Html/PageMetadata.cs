using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Html.Metadata;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>What a page says of its article.</summary>
/// <remarks>
/// Asked in this order, for each field: JSON-LD, OpenGraph, <c>&lt;meta&gt;</c>, microdata, <c>&lt;time&gt;</c>, what a reader sees,
/// the page's address; the registry of outlets last. What isn't understood gives way to what comes next. Immutable, thread-safe.
/// </remarks>
/// <param name="registry">The outlets that are known.</param>
/// <param name="dates">Reads dates.</param>
internal sealed class PageMetadata(OutletRegistry registry, DateReader dates)
{
    private const int MostTopics = 30;

    /// <summary>Reads the metadata; the body is left empty.</summary>
    /// <param name="document">The page; it isn't changed.</param>
    /// <param name="address">Where the page was, as the record it came in says; or null.</param>
    public PageReading Of(IHtmlDocument document, string? address = null)
    {
        PageElements page = PageElements.Of(document);
        PageClaims claims = new();
        JsonLd.Read(page, claims);
        MetaTags tags = new(page);
        tags.ReadOpenGraph(claims);
        tags.ReadOthers(claims);

        Claim? url = PageAddress.Choose(page, claims, address);
        Uri? parsed = Uri.TryCreate(url?.Value ?? address, UriKind.Absolute, out Uri? absolute) ? absolute : null;
        SiteNames site = new(claims.Sites.Select(static claim => claim.Value), parsed is null ? [] : [WebAddress.BareHost(parsed.Host)]);
        IElement? headline = Headline.Of(page, claims, site, out bool isConfirmed);
        Microdata.Read(page, claims, headline);
        string heading = headline is null ? "" : PlainValue.Of(headline.TextContent);
        PageClaims.Add(claims.Titles, isConfirmed ? heading : "", ValueOrigin.Page);
        PageClaims.Add(claims.Titles, document.Title, ValueOrigin.Meta);
        PageClaims.Add(claims.Titles, heading, ValueOrigin.Page);
        ReadLanguage(document, claims);

        Claim title = PageTitle.Choose(claims.Titles, heading, site);
        Claim? language = Languages(claims).Select(static claim => (Claim?)claim).FirstOrDefault();
        Claim? date = ReadDate(page, headline, site, claims, language?.Value, parsed is null ? null : (parsed, url?.Origin ?? ValueOrigin.Record));
        AuthorClaim authors = ReadAuthors(page, headline, site, claims);
        (Outlet? outlet, Claim? source) = ReadOutlet(claims, url?.Value ?? address);
        return new PageReading
        {
            Title = title.Value ?? "",
            Authors = authors.Names,
            Date = date?.Value,
            Outlet = outlet,
            Source = source?.Value,
            Url = url?.Value,
            Language = language?.Value,
            Topics = Topics(claims),
            From = new ArticleOrigins
            {
                Title = title.Origin,
                Authors = authors.Origin,
                Date = date?.Origin,
                Source = source?.Origin,
                Url = url?.Origin,
                Language = language?.Origin,
            },
            Body = "",
        };
    }

    private Claim? ReadDate(PageElements page, IElement? headline, SiteNames site, PageClaims claims, string? language, (Uri Url, ValueOrigin Origin)? address)
    {
        // Most heads say it; looking at the page costs more.
        if (PageDate.Choose(claims.Published, language, dates) is { } said && ArticleDate.TryParse(said.Value, out ArticleDate day) && day.Precision == DatePrecision.Day)
        {
            return PageDate.IsOfGreenwich(claims.Published, said, dates) && ReadShownDay(page, headline, site, language, day) is { } shown ? shown : said;
        }

        List<IElement> nearest = Nearness.Order(page.Times, headline);
        TimeElements.Read(nearest, claims);
        new VisiblePage(page, headline, site, dates).ReadDates(nearest, claims);
        if (address is { } known && PageDate.TryOfAddress(known.Url, out string ofAddress))
        {
            PageClaims.Add(claims.Published, ofAddress, known.Origin);
        }

        return PageDate.Choose([.. claims.Published, .. claims.Modified], language, dates);
    }

    // Systems write times of Greenwich; the day of the outlet, which it prints, may be the one before or after.
    private Claim? ReadShownDay(PageElements page, IElement? headline, SiteNames site, string? language, ArticleDate day)
    {
        PageClaims shown = new();
        new VisiblePage(page, headline, site, dates).ReadDates(Nearness.Order(page.Times, headline), shown);
        return PageDate.Choose(shown.Published, language, dates) is { } claim && ArticleDate.TryParse(claim.Value, out ArticleDate printed)
            && printed.Precision == DatePrecision.Day && Math.Abs(printed.First.DayNumber - day.First.DayNumber) == 1 ? claim : null;
    }

    private AuthorClaim ReadAuthors(PageElements page, IElement? headline, SiteNames site, PageClaims claims)
    {
        foreach (AuthorClaim claim in claims.Authors)
        {
            if (Bylines.Names(claim.Names, site) is { Count: > 0 } names)
            {
                return claim with { Names = names };
            }
        }

        claims.Authors.Clear();
        new VisiblePage(page, headline, site, dates).ReadAuthors(claims);
        return claims.Authors.Count > 0 ? claims.Authors[0] : new AuthorClaim([], ValueOrigin.Page);
    }

    private (Outlet? Outlet, Claim? Source) ReadOutlet(PageClaims claims, string? address)
    {
        foreach (Claim claim in claims.Sites)
        {
            if (registry.ByName(claim.Value) is { } named)
            {
                return (named, claim);
            }
        }

        if (registry.ByHost(address) is { } hosted)
        {
            return (hosted, new Claim(hosted.Name, ValueOrigin.Registry));
        }

        return (null, claims.Sites.Select(static claim => (Claim?)claim).FirstOrDefault());
    }

    // The document's own language is asked after JSON-LD, before what plugins fill in for the whole site.
    private static void ReadLanguage(IHtmlDocument document, PageClaims claims)
    {
        List<Claim> own = [];
        PageClaims.Add(own, document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang") ?? document.Body?.GetAttribute("lang"), ValueOrigin.Meta);
        int at = claims.Languages.FindIndex(static claim => claim.Origin != ValueOrigin.JsonLd);
        claims.Languages.InsertRange(at < 0 ? claims.Languages.Count : at, own);
    }

    private static IEnumerable<Claim> Languages(PageClaims claims) => claims.Languages.Where(static claim => CodeTable.Languages.TryFindTag(claim.Value, out _));

    // Sections first, then the topics of the first place that has any.
    private static List<string> Topics(PageClaims claims)
    {
        IEnumerable<string> sections = claims.Sections.Take(1).Select(static claim => claim.Value);
        IEnumerable<string> topics = claims.Topics.Where(claim => claim.Origin == claims.Topics[0].Origin).SelectMany(static claim => claim.Value.Split((char[])[',', ';', '|']));
        return [.. sections.Concat(topics).Select(static topic => topic.Trim()).Where(static topic => topic.Length is > 0 and <= 80)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTopics)];
    }
}
