using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;
using SearchService.Web.Features.Articles;
using SearchService.Web.Http;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.State;

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
        routes.MapGet("/", GetFirstVisitAsync).ExcludeFromDescription();
        routes.MapGet("/search", GetDocumentAsync).ExcludeFromDescription().WithMetadata(AnswersWithDocument.Instance).LimitSearches();
        routes.MapGet(Assets + "/{version}/{**path}", GetAsset).ExcludeFromDescription();
    }

    /// <summary>Says in a document why there is no other; only where the endpoint answers with documents.</summary>
    /// <returns>False where it doesn't, and nothing was written.</returns>
    internal static async Task<bool> TryFailAsync(HttpContext context, PageFailure failure)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AnswersWithDocument>() is null)
        {
            return false;
        }

        PageView view = Begin(context, context.RequestServices.GetRequiredService<PageSource>().ForVisit());
        await WriteAsync(context, view with { Failure = failure });
        return true;
    }

    private static async Task GetFirstVisitAsync(HttpContext context, [FromServices] PageSource source, [FromServices] ArticleIndexHost host)
    {
        if (PageState.Parse(context.Request.Query) is { IsBlank: true, Article: null })
        {
            await GetDocumentAsync(context, source, host);
        }
        else
        {
            // Where searches had their address once.
            await TypedResults.Redirect("search" + context.Request.QueryString, permanent: true).ExecuteAsync(context);
        }
    }

    private static async Task GetDocumentAsync(HttpContext context, [FromServices] PageSource source, [FromServices] ArticleIndexHost host)
    {
        PageFiles files = source.ForVisit();
        if (context.Request.Query[ReaderLanguage.Parameter] is [{ } chosen] && ReaderLanguage.TryRemember(context, chosen, files.Languages))
        {
            string same = context.Request.Path + QueryString.Create(context.Request.Query.Where(static each => each.Key != ReaderLanguage.Parameter));
            await TypedResults.LocalRedirect(same).ExecuteAsync(context);
            return;
        }

        PageView view = Begin(context, files);
        try
        {
            IndexDescription archive = host.Index.Describe();
            IReadOnlyList<ExampleSearch>? examples = host.ExamplesOf(archive);
            view = view with { Archive = archive, Capabilities = host.Index.Capabilities, Examples = examples ?? [] };
            if (EntityTags.NotModified(context, archive, $"{files.Version}-{view.Text.Language}{(examples is null ? "" : "-examples")}"))
            {
                return;
            }

            view = Find(view, host, context.RequestAborted);
        }
        catch (Exception exception)
        {
            ProblemDetails problem = Problems.Describe(exception, context);
            view = view with
            {
                Failure = new PageFailure(problem.Status!.Value, (string)problem.Extensions["code"]!, problem.Detail!, problem.Extensions.TryGetValue("parameter", out object? parameter) ? parameter as string : null),
            };
        }

        await WriteAsync(context, view);
    }

    private static PageView Begin(HttpContext context, PageFiles files)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language, Cookie";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' '{files.StylesHash}'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return new PageView
        {
            Files = files,
            Text = files.Languages.In(ReaderLanguage.Of(context.Request, files.Languages)),
            State = PageState.Parse(context.Request.Query),
        };
    }

    private static PageView Find(PageView view, ArticleIndexHost host, CancellationToken cancellationToken)
    {
        PageState state = view.State;
        if (state.Article is { } id)
        {
            return Open(view, id, host, cancellationToken);
        }

        return state.IsBlank ? view : view with
        {
            Answer = state.IsOfQuotations
                ? PageAnswer.Of(host.Search.SearchQuotations(state.ToRequest(), cancellationToken))
                : PageAnswer.Of(host.Search.Search(state.ToRequest(), cancellationToken)),
        };
    }

    private static PageView Open(PageView view, string id, ArticleIndexHost host, CancellationToken cancellationToken)
    {
        SearchIn place = view.State.IsOfQuotations ? SearchIn.Quotes : SearchIn.Articles;
        if (view.State.Query.Length > 0 && host.Search.Read(id, new SearchRequest { Query = view.State.Query }, place, cancellationToken) is { Marked: var marked })
        {
            PageView read = view with { Article = marked.Article, TitleHighlights = marked.TitleHighlights, Highlights = marked.Highlights, Quotations = marked.Quotations };
            return Relate(read, marked.Article, host, cancellationToken);
        }

        return host.Index.TryGet(id, out Article? article, out IndexState state) && article is not null
            ? Relate(view, article, host, cancellationToken)
            : view with { Failure = new PageFailure(StatusCodes.Status404NotFound, ArticlesApi.NotFound, ArticlesApi.DescribeNotFound(id, state)) };
    }

    // What the page's scripts would ask for when the text stands.
    private static PageView Relate(PageView view, Article article, ArticleIndexHost host, CancellationToken cancellationToken)
    {
        SearchResponse? versions = article.Story is not { } story || !view.HasStories ? null : host.Search.Search(
            new SearchRequest { Query = new PageState().WithStory(story).Query, Size = PageView.RelatedWanted + 1, Passages = 0, Quotations = 0 }, cancellationToken);
        SimilarArticles? similar = host.Index.Capabilities.Similarity ? host.Search.Similar(article.Id, PageView.RelatedWanted, cancellationToken) : null;
        return view with
        {
            Article = article,
            Versions = [.. (versions?.Hits ?? []).Select(static hit => hit.Article)],
            VersionsTotal = versions?.Total ?? 0,
            Similar = [.. (similar?.Hits ?? []).Select(static hit => hit.Article)],
        };
    }

    private static async Task WriteAsync(HttpContext context, PageView view)
    {
        if (view.Failure is { } failure)
        {
            context.Response.StatusCode = failure.Status;
            context.Response.Headers.ETag = default;
            if (failure.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = "1";
            }
        }

        await context.RequestServices.GetRequiredService<PageRenderer>().WriteAsync(context.Response, view);
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

    // What an endpoint's answer is, for those who answer in its place.
    private sealed class AnswersWithDocument
    {
        internal static AnswersWithDocument Instance { get; } = new();
    }
}
