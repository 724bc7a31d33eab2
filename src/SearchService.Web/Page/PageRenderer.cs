using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using SearchService.Web.Page.Views;

namespace SearchService.Web.Page;

/// <summary>Makes the document of a view.</summary>
/// <remarks>By the renderer of components alone, without the framework's endpoint for them, which adds headers and state for scripts that this page hasn't.</remarks>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Writes a document as the answer; nothing is sent before it is whole.</summary>
    /// <param name="response">Its status and headers are set already.</param>
    /// <param name="view">What is shown.</param>
    internal async Task WriteAsync(HttpResponse response, PageView view)
    {
        await using HtmlRenderer renderer = new(services, loggers);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            HtmlRootComponent document = await renderer.RenderComponentAsync<Shell>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Shell.View)] = view }));
            response.ContentType = "text/html; charset=utf-8";
            using Utf8Writer writer = new(response.BodyWriter);
            document.WriteHtmlTo(writer);
        });
        await response.BodyWriter.FlushAsync(CancellationToken.None);
    }
}
