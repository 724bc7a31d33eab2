using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Web.Http;

/// <summary>Errors as <c>application/problem+json</c>, each with a stable <c>code</c>.</summary>
internal sealed class Problems(IProblemDetailsService writer) : IExceptionHandler
{
    /// <summary>Writes a problem as the answer.</summary>
    internal static async Task WriteAsync(HttpContext context, int status, string code, string detail)
    {
        context.Response.StatusCode = status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = New(status, code, detail) });
    }

    /// <summary>Gives a code, and what to do, to a problem that was found before any endpoint was asked.</summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        HttpRequest request = context.HttpContext.Request;
        HttpResponse response = context.HttpContext.Response;
        (string code, string? detail) = response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("not_found", $"There is nothing at '{request.PathBase}{request.Path}'. What there is, is in {request.PathBase}/openapi/v1.json."),
            StatusCodes.Status405MethodNotAllowed => ("method_not_allowed", $"This address takes {response.Headers.Allow}, not {request.Method}."),
            StatusCodes.Status415UnsupportedMediaType => (JsonBody.UnsupportedMediaType, JsonBody.WantedMediaType),
            _ => ("bad_request", null),
        };
        if (context.ProblemDetails.Extensions.TryAdd("code", code))
        {
            context.ProblemDetails.Detail ??= detail;
        }
    }

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        ProblemDetails problem = Describe(exception, httpContext);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    /// <summary>Says what an exception means for who asked, and logs it where the fault is the service's.</summary>
    internal static ProblemDetails Describe(Exception exception, HttpContext context)
    {
        ProblemDetails problem = Describe(exception);
        if (exception is IndexException unavailable)
        {
            // What is wrong is in a folder and not in the program: a line, however many requests ask for it.
            Log.Unavailable(context.RequestServices.GetRequiredService<ILogger<Problems>>(), context.Request.Path, unavailable.Message);
        }
        else if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(context.RequestServices.GetRequiredService<ILogger<Problems>>(), exception, context.Request.Path);
        }

        return problem;
    }

    private static ProblemDetails Describe(Exception exception)
    {
        switch (exception)
        {
            case InvalidQueryException query:
                ProblemDetails place = New(StatusCodes.Status400BadRequest, query.Code, query.Message);
                place.Extensions["parameter"] = "q";
                place.Extensions["offset"] = query.Offset;
                place.Extensions["length"] = query.Length;
                return place;
            case InvalidRequestException request:
                int status = request.Code == JsonBody.UnsupportedMediaType ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status400BadRequest;
                ProblemDetails parameter = New(status, request.Code, request.Message);
                parameter.Extensions["parameter"] = request.Parameter;
                return parameter;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large:
                return New(large.StatusCode, "body_too_large", $"The body has more than {ServiceSetup.MaxBodyInBytes} bytes, the most that is read. Send less.");
            case BadHttpRequestException bad:
                return New(bad.StatusCode, "bad_request", bad.Message);
            case IndexException unavailable:
                return New(StatusCodes.Status503ServiceUnavailable, unavailable.Code, unavailable.Message);
            case OperationCanceledException:
                return New(StatusCodes.Status503ServiceUnavailable, "search_timeout", "The search took longer than the service allows (Service:SearchTimeout). Narrow it by a filter or a rarer word.");
            default:
                return New(StatusCodes.Status500InternalServerError, "internal_error", "Something went wrong in the service; its log says what. The request may be repeated.");
        }
    }

    private static ProblemDetails New(int status, string code, string detail) => new()
    {
        Status = status,
        Title = status switch
        {
            400 => "The request can't be answered as asked",
            404 => "Not found",
            503 => "Not available just now",
            _ => null,
        },
        Detail = detail,
        Extensions = { ["code"] = code },
    };
}
