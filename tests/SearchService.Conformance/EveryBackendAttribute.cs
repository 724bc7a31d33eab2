using System.Reflection;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance;

/// <summary>Runs a test once with each backend of <see cref="Backends"/>, but for those that deny what it <see cref="NeedsAttribute">needs</see>.</summary>
/// <param name="arguments">The others.</param>
public sealed class EveryBackendAttribute(params object?[]? arguments) : EachBackendAttribute<IBackend>(arguments)
{
    /// <inheritdoc/>
    protected override IEnumerable<IBackend> Built => Backends.Built;

    /// <inheritdoc/>
    protected override string NameOf(IBackend backend) => backend.Name;

    /// <inheritdoc/>
    protected override string? ReasonToSkip(MethodInfo test, IBackend backend)
    {
        string? lacking = test.GetCustomAttributes<NeedsAttribute>().Concat(test.ReflectedType!.GetCustomAttributes<NeedsAttribute>())
            .Select(static needs => needs.Capability)
            .FirstOrDefault(name => !Has(Backends.CapabilitiesOf(backend), name));
        return lacking is null ? null : $"The backend '{backend.Name}' says that it lacks {lacking}.";
    }

    private static bool Has(BackendCapabilities capabilities, string name) =>
        (bool)typeof(BackendCapabilities).GetProperty(name)!.GetValue(capabilities)!;
}
