using Microsoft.OpenApi;

namespace SearchService.Web.Http;

/// <summary>What the OpenAPI document can't read off the handlers.</summary>
internal static class OpenApiDescriptions
{
    /// <summary>Documents the parameters that a <see cref="QueryReader"/> of the endpoint knows.</summary>
    internal static RouteHandlerBuilder WithQueryParameters(this RouteHandlerBuilder endpoint, IReadOnlyList<QueryParameter> parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters.Select(parameter => parameter.Describe())];
            return Task.CompletedTask;
        });

    /// <summary>Documents the errors every endpoint can answer with.</summary>
    internal static RouteHandlerBuilder ProducesApiProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> more)
    {
        foreach (int status in more)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The head of the document.</summary>
    internal static Task DescribeDocument(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Search service for news archives",
            Version = "v1",
            Description = "Exact search with facets by source, country, stance and date. Every answer names the generation of the index it came from and carries an ETag made from it. Errors are application/problem+json with a stable `code`.",
        };
        document.Servers = [];
        return Task.CompletedTask;
    }
}
