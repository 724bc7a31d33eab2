using SearchService.Web;
using SearchService.Web.Features.Articles;
using SearchService.Web.Features.Facets;
using SearchService.Web.Features.Health;
using SearchService.Web.Features.Index;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Features.Search;
using SearchService.Web.Features.Suggest;
using SearchService.Web.Features.Verify;
using SearchService.Web.Http;
using SearchService.Web.Page;

if (ServiceCommandLine.Answer(args, Console.Out, Console.Error) is { } answered)
{
    return answered;
}

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ServiceSetup.ContentRoot(),
});
builder.AddServiceSettings(args);
builder.Services.AddIndex();
builder.Services.AddApi();
builder.Services.AddPage();

WebApplication app = builder.Build();
app.UseHeadAsGet();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseRouting();
app.UseRequestTimeouts();
app.UseRateLimiter();

app.MapOpenApi();
app.MapHealth();
app.MapPage();
app.MapBrowser();
RouteGroupBuilder api = app.MapGroup("/api").WithTags("archive").LimitSearches();
api.MapSearch();
api.MapArticles();
api.MapSimilarArticles();
api.MapCitations();
api.MapQuotes();
api.MapQuoteVersions();
api.MapFacets();
api.MapSuggest();
api.MapVerify();
api.MapIndex();

return app.RunUntilStopped();

namespace SearchService.Web
{
    /// <summary>The service's entry point, for tests that host it.</summary>
    public sealed partial class Program;
}
