using Microsoft.Net.Http.Headers;
using SearchService.Core.Indexes;

namespace SearchService.Web.Http;

/// <summary>
/// The <c>ETag</c> of every answer: the state of the index that gave it. An address gives the same answer until the state changes.
/// </summary>
/// <remarks>Weak: two answers of one state differ in the time they took.</remarks>
internal static class EntityTags
{
    /// <summary>Sets the tag, and says whether the client holds this very answer.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="description">The index that answers.</param>
    /// <param name="form">What else the answer depends on, in letters, digits and hyphens; null for nothing.</param>
    /// <returns>True when the answer is 304 and nothing else needs doing.</returns>
    internal static bool NotModified(HttpContext context, IndexDescription description, string? form = null)
    {
        EntityTagHeaderValue tag = new($"\"{description.State.Generation:x}-{description.Created.UtcTicks:x}{(form is null ? "" : "-" + form)}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        bool same = HttpMethods.IsGet(context.Request.Method)
            && context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false) || held.Equals(EntityTagHeaderValue.Any));
        if (same)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return same;
    }
}
