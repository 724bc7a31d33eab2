namespace SearchService.Conformance;

/// <summary>Skips a test, or all of a class, for backends that deny what it is about, saying so.</summary>
/// <param name="capability">A property of <see cref="Core.Indexes.BackendCapabilities"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(string capability) : Attribute
{
    /// <summary>Its name.</summary>
    public string Capability { get; } = capability;
}
