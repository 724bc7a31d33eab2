using Microsoft.Net.Http.Headers;

namespace SearchService.Web.Page.Languages;

/// <summary>The language a reader gets the page in: the one chosen, else the first of the browser's that the page has.</summary>
internal static class ReaderLanguage
{
    /// <summary>The parameter of an address that chooses it.</summary>
    internal const string Parameter = "lang";

    private const string Cookie = "lang";

    /// <summary>Chooses.</summary>
    /// <param name="request">Of the page.</param>
    /// <param name="strings">What there is.</param>
    internal static string Of(HttpRequest request, PageStrings strings)
    {
        if (request.Cookies[Cookie] is { } chosen && strings.Languages.Contains(chosen))
        {
            return chosen;
        }

        IEnumerable<string> wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static each => each.Quality ?? 1)
            .Where(static each => each.Quality is not 0)
            .Select(static each => each.Value.Value!.Split('-')[0].ToLowerInvariant());
        return wanted.FirstOrDefault(language => strings.Languages.Contains(language)) ?? strings.Languages[0];
    }

    /// <summary>Remembers a choice.</summary>
    /// <returns>Whether the page has that language.</returns>
    internal static bool TryRemember(HttpContext context, string language, PageStrings strings)
    {
        if (!strings.Languages.Contains(language))
        {
            return false;
        }

        context.Response.GetTypedHeaders().SetCookie =
        [
            new SetCookieHeaderValue(Cookie, language) { Path = "/", HttpOnly = true, SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400) },
        ];
        return true;
    }
}
