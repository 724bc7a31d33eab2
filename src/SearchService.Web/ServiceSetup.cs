using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using SearchService.Web.Features.Health;
using SearchService.Web.Http;
using SearchService.Web.Page;

namespace SearchService.Web;

/// <summary>The parts that <c>Program</c> puts together.</summary>
internal static class ServiceSetup
{
    private const string SearchLimiter = "searches";

    /// <summary>An address with a query of the greatest length, every character percent-encoded, fits in.</summary>
    private const int MaxRequestLineInBytes = 256 * 1024;

    /// <summary>A body that is larger is refused before it is read.</summary>
    internal const long MaxBodyInBytes = 1024 * 1024;

    /// <summary>Where <c>wwwroot</c> is: beside the program, wherever it is started from.</summary>
    internal static string ContentRoot() => AppContext.BaseDirectory;

    /// <summary>Settings: <c>config/service.json</c> of the folder it is started in, the environment, the command line; later ones win.</summary>
    internal static void AddServiceSettings(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration
            .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "config", "service.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["--index"] = "Service:Index", ["--backend"] = "Service:Backend" });
        builder.Services.AddOptions<ServiceOptions>().BindConfiguration("Service").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServedBackend>();
        // What keeps the host from starting is said once, by RunUntilStopped or as an unhandled exception.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineInBytes;
            kestrel.Limits.MaxRequestBufferSize = 2 * MaxRequestLineInBytes;
            kestrel.Limits.MaxRequestBodySize = MaxBodyInBytes;
        });
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }
    }

    internal static void AddIndex(this IServiceCollection services)
    {
        services.AddSingleton(static provider => ServedBackend.Chosen(provider.GetRequiredService<IOptions<ServiceOptions>>().Value));
        services.AddSingleton<ArticleIndexHost>();
        services.AddHostedService(provider => provider.GetRequiredService<ArticleIndexHost>());
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index");
    }

    /// <summary>The page, and the compression of what is made on request.</summary>
    internal static void AddPage(this IServiceCollection services)
    {
        services.AddSingleton<PageSource>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // letters of all scripts stay as they are
        services.AddResponseCompression(compression =>
        {
            // No answer holds a secret beside what an asker chose, so that its length tells nothing.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "application/json", "application/problem+json"];
            compression.Providers.Add<BrotliCompression>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    internal static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails(static problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Relaxed);
            json.SerializerOptions.Encoder = ApiJson.Relaxed.Options.Encoder;
        });
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) => OpenApiDescriptions.DescribeDocument(document)));
        services.AddRequestTimeouts();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ServiceOptions>>((limiter, service) =>
        {
            limiter.AddConcurrencyLimiter(SearchLimiter, limits =>
            {
                limits.PermitLimit = service.Value.SearchesPerProcessor * Environment.ProcessorCount;
                limits.QueueLimit = service.Value.WaitingSearches;
                limits.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                PageFailure failure = new(
                    StatusCodes.Status503ServiceUnavailable, "too_many_searches", "More searches wait than the service allows (Service:WaitingSearches). Repeat the request in a second.");
                if (!await PageApi.TryFailAsync(rejected.HttpContext, failure))
                {
                    await Problems.WriteAsync(rejected.HttpContext, failure.Status, failure.Code, failure.Detail);
                }
            };
        });
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ServiceOptions>>((timeouts, service) =>
            timeouts.AddPolicy(SearchLimiter, new RequestTimeoutPolicy
            {
                Timeout = service.Value.SearchTimeout,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            }));
    }

    /// <summary>So many searches at once, each for so long: a page fault blocks a thread, and a flood must not take them all.</summary>
    internal static TRoutes LimitSearches<TRoutes>(this TRoutes routes)
        where TRoutes : IEndpointConventionBuilder
    {
        routes.RequireRateLimiting(SearchLimiter);
        routes.WithRequestTimeout(SearchLimiter);
        return routes;
    }

    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code: 0, or 2 when its settings can't be used, or it can't listen where it was told to.</returns>
    internal static int RunUntilStopped(this WebApplication app)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"error: {exception.Message.TrimEnd('.')}. Stop what listens there, or choose another port: make serve PORT=5081, or --urls http://127.0.0.1:5081.");
            return 2;
        }
        catch (SocketException exception)
        {
            Console.Error.WriteLine($"error: It can't listen at {app.Configuration["urls"]}: {exception.Message}. Choose another address: make serve PORT=5081, or --urls http://127.0.0.1:5081.");
            return 2;
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine($"error: --urls: {exception.Message}. Give an address such as http://127.0.0.1:5080.");
            return 2;
        }
        catch (OptionsValidationException exception)
        {
            Console.Error.WriteLine($"error: {string.Join(" ", exception.Failures)}");
            return 2;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is FormatException)
        {
            Console.Error.WriteLine($"error: {exception.Message} A time is written as 00:00:10, a number in digits.");
            return 2;
        }
    }
}
