using AngleSharp.Dom;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What <c>&lt;meta&gt;</c> says: OpenGraph, and the vocabularies beside it.</summary>
internal sealed class MetaTags
{
    private static readonly string[] TitleNames =
        ["citation_title", "dc.title", "dcterms.title", "dc:title", "parsely-title", "sailthru.title", "twitter:title", "headline", "article.headline", "title"];

    private static readonly string[] AuthorNames =
    [
        "author", "article:author_name", "article.author", "byl", "byline", "citation_author", "citation_authors", "dc.creator", "dcterms.creator", "dc:creator", "dc.creator.personalname",
        "parsely-author", "sailthru.author", "authors", "dc.contributor", "cxenseparse:author",
    ];

    private static readonly string[] PublishedNames =
    [
        "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created", "dc.created", "parsely-pub-date",
        "sailthru.date", "article.published", "publication_date", "publicationdate", "publishdate", "publish-date", "publish_date", "published", "published-date", "pubdate", "pub_date", "pub-date",
        "originalpublicationdate", "displaydate", "article_date_original", "article.created", "datepublished", "date_published", "datecreated", "date", "created", "cxenseparse:recs:publishtime",
        "rnews:datepublished", "search_date", "bt:pubdate", "release_date", "ptime", "pdate", "timestamp",
    ];

    private static readonly string[] ModifiedNames = ["last-modified", "lastmod", "dc.date.modified", "dcterms.modified", "utime", "revised", "article.updated", "datemodified", "date_updated", "updated"];

    private static readonly string[] SiteNames = ["application-name", "dc.publisher", "dcterms.publisher", "dc:publisher", "citation_journal_title", "publisher", "source", "article:publisher_name", "apple-mobile-web-app-title", "copyright"];

    private static readonly string[] LanguageNames = ["content-language", "dc.language", "dcterms.language", "citation_language", "language"];

    private static readonly string[] SectionNames = ["parsely-section", "section", "article.section", "cxenseparse:section", "category", "dc.subject.section"];

    private static readonly string[] TopicNames = ["parsely-tags", "sailthru.tags", "news_keywords", "dc.subject"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the tags of a page in.</summary>
    public MetaTags(PageElements page)
    {
        foreach (IElement meta in page.Metas)
        {
            if (meta.GetAttribute("content") is not { Length: > 0 } content)
            {
                continue;
            }

            foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "http-equiv"])
            {
                // Several names may share one tag: property="og:title dc:title".
                foreach (string name in (meta.GetAttribute(attribute) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    if (_values.TryGetValue(name, out List<string>? values))
                    {
                        values.Add(content);
                    }
                    else
                    {
                        _values.Add(name, [content]);
                    }
                }
            }
        }
    }

    /// <summary>Adds what the OpenGraph properties say.</summary>
    public void ReadOpenGraph(PageClaims claims)
    {
        Add(claims.Titles, ValueOrigin.OpenGraph, "og:title");
        AddAuthors(claims, ValueOrigin.OpenGraph, "article:author", "og:article:author", "og:author");
        Add(claims.Published, ValueOrigin.OpenGraph, "article:published_time", "og:article:published_time", "og:published_time", "article:published", "og:pubdate", "video:release_date");
        Add(claims.Modified, ValueOrigin.OpenGraph, "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified");
        Add(claims.Sites, ValueOrigin.OpenGraph, "og:site_name");
        Add(claims.Urls, ValueOrigin.OpenGraph, "og:url");
        Add(claims.Languages, ValueOrigin.OpenGraph, "og:locale");
        Add(claims.Sections, ValueOrigin.OpenGraph, "article:section", "og:article:section");
        AddAll(claims.Topics, ValueOrigin.OpenGraph, "article:tag", "og:article:tag");
    }

    /// <summary>Adds what the other tags say.</summary>
    public void ReadOthers(PageClaims claims)
    {
        Add(claims.Titles, ValueOrigin.Meta, TitleNames);
        AddAuthors(claims, ValueOrigin.Meta, AuthorNames);
        Add(claims.Published, ValueOrigin.Meta, PublishedNames);
        Add(claims.Modified, ValueOrigin.Meta, ModifiedNames);
        Add(claims.Sites, ValueOrigin.Meta, SiteNames);
        Add(claims.Urls, ValueOrigin.Meta, "parsely-link", "twitter:url", "dc.identifier");
        Add(claims.Languages, ValueOrigin.Meta, LanguageNames);
        Add(claims.Sections, ValueOrigin.Meta, SectionNames);
        foreach (string name in TopicNames)
        {
            AddAll(claims.Topics, ValueOrigin.Meta, name);
            if (claims.Topics.Exists(static claim => claim.Origin == ValueOrigin.Meta))
            {
                break;
            }
        }
    }

    private void Add(List<Claim> claims, ValueOrigin origin, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            PageClaims.Add(claims, _values.GetValueOrDefault(name)?.Find(static value => !string.IsNullOrWhiteSpace(value)), origin);
        }
    }

    private void AddAll(List<Claim> claims, ValueOrigin origin, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            _values.GetValueOrDefault(name)?.ForEach(value => PageClaims.Add(claims, value, origin));
        }
    }

    private void AddAuthors(PageClaims claims, ValueOrigin origin, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            claims.AddAuthors(_values.GetValueOrDefault(name) ?? [], origin);
        }
    }
}
