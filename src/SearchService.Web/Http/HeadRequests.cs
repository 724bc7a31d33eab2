namespace SearchService.Web.Http;

/// <summary>HEAD, which those ask who watch whether a service is there and whether an answer has changed.</summary>
internal static class HeadRequests
{
    /// <summary>Answers HEAD wherever GET is answered: the same status and headers, without the body (RFC 9110, 9.3.2).</summary>
    internal static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    });
}
