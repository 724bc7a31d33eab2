using System.Reflection;
using SearchService.Core.Indexes;
using Xunit.Sdk;
using Xunit.v3;

namespace SearchService.Conformance;

/// <summary>Runs a test once with each backend that is built, which is its first argument.</summary>
/// <param name="arguments">The others.</param>
/// <remarks>The trait <c>backend</c> has its name: <c>--filter-trait backend=embedded</c> runs the suite over one.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryBackendAttribute(params object?[]? arguments) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        string[] needed =
        [
            .. testMethod.GetCustomAttributes<NeedsAttribute>().Concat(testMethod.ReflectedType!.GetCustomAttributes<NeedsAttribute>()).Select(needs => needs.Capability),
        ];
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Backends.Built.Select(backend => Row(backend, needed))]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(IBackend backend, string[] needed)
    {
        object?[] others = arguments ?? [null];
        string? lacking = needed.FirstOrDefault(name => !Has(Backends.CapabilitiesOf(backend), name));
        return new TheoryDataRow([backend, .. others])
        {
            Label = string.Join(", ", others.Select(argument => ArgumentFormatter.Format(argument)).Prepend(backend.Name)),
            Traits = { ["backend"] = [backend.Name] },
            Skip = lacking is null ? null : $"The backend '{backend.Name}' says that it lacks {lacking}.",
        };
    }

    private static bool Has(BackendCapabilities capabilities, string name) =>
        (bool)typeof(BackendCapabilities).GetProperty(name)!.GetValue(capabilities)!;
}
