using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary>Runs a test once with the name of each backend that the service is built with.</summary>
/// <param name="arguments">The others.</param>
public sealed class EveryBackendAttribute(params object?[]? arguments) : EachBackendAttribute<string>(arguments)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Built => ServedBackend.Choice.Names;

    /// <inheritdoc/>
    protected override string NameOf(string backend) => backend;
}
