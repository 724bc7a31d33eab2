using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SearchService.TestSupport;

/// <summary>Runs a test once with each backend that is built, which is its first argument.</summary>
/// <typeparam name="TBackend">What a test is given of a backend.</typeparam>
/// <param name="arguments">The others.</param>
/// <remarks>
/// Which are built, the attribute of an assembly's own says. The trait <c>backend</c> has the name: <c>--filter-trait backend=embedded</c> runs the tests
/// over one.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class EachBackendAttribute<TBackend>(object?[]? arguments) : DataAttribute
    where TBackend : notnull
{
    /// <summary>Gets the backends that are built.</summary>
    protected abstract IEnumerable<TBackend> Built { get; }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Built.Select(backend => Row(backend, testMethod))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    /// <summary>The name of a backend.</summary>
    protected abstract string NameOf(TBackend backend);

    /// <summary>Why a test isn't run over a backend; null where it is.</summary>
    protected virtual string? ReasonToSkip(MethodInfo test, TBackend backend) => null;

    private TheoryDataRow Row(TBackend backend, MethodInfo test)
    {
        object?[] others = arguments ?? [null];
        return new TheoryDataRow([backend, .. others])
        {
            Label = string.Join(", ", others.Select(argument => ArgumentFormatter.Format(argument)).Prepend(NameOf(backend))),
            Traits = { ["backend"] = [NameOf(backend)] },
            Skip = ReasonToSkip(test, backend),
        };
    }
}
