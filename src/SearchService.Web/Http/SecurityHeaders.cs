using SearchService.Web.Page;

namespace SearchService.Web.Http;

/// <summary>Headers that keep a page to itself: strict content security policy, no sniffing, no framing, no referrer.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), serial=(), usb=()";

    /// <summary>Sets them as the answer begins: an error's answer, whose headers are cleared before, has them too.</summary>
    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => Set(context));
        return next(context);
    });

    private static Task Set(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy; // of data; the page says what it needs itself
        }

        // Only a document opens windows, asks for devices or sends a referrer; the page's many small files go without.
        if (!context.Request.Path.StartsWithSegments(PageApi.Assets, StringComparison.Ordinal))
        {
            headers["Permissions-Policy"] = Permissions;
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        return Task.CompletedTask;
    }
}
