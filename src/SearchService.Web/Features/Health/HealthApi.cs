using Microsoft.Extensions.Diagnostics.HealthChecks;
using SearchService.Core.Indexes;

namespace SearchService.Web.Features.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has an index to answer from.</summary>
internal static class HealthApi
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }
}

/// <summary>Whether an index is served.</summary>
internal sealed class IndexHealthCheck(ArticleIndexHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"Generation {host.Index.State.Generation}."));
        }
        catch (IndexException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception.Message));
        }
    }
}
