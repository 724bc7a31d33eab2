using SearchService.TestSupport;

namespace SearchService.Indexer.Tests;

/// <summary>Runs a test once with the name of each backend that the indexer is built with.</summary>
/// <param name="arguments">The others.</param>
public sealed class EveryBackendAttribute(params object?[]? arguments) : EachBackendAttribute<string>(arguments)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Built => Backend.Choice.Names;

    /// <inheritdoc/>
    protected override string NameOf(string backend) => backend;
}
