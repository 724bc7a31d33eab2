using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SearchService.Core.Indexes;

/// <summary>The backends that a program was built with, of which its setting names one.</summary>
/// <param name="built">The default one first.</param>
/// <param name="others">Names of those it wasn't built with; what to do to have them, as an end of a sentence.</param>
public sealed class BackendChoice(ImmutableArray<IBackend> built, params ImmutableArray<(string Name, string Remedy)> others)
{
    /// <summary>Gets the name of the one that is used when nothing else is said.</summary>
    public string Default => built[0].Name;

    /// <summary>Gets the names of all, the default one first.</summary>
    public ImmutableArray<string> Names => [.. built.Select(static backend => backend.Name)];

    /// <summary>Finds the one of a name.</summary>
    /// <param name="name">Exactly.</param>
    /// <param name="backend">The backend, when it was built in.</param>
    /// <param name="problem">Why there is none, and what to do.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out IBackend? backend, [NotNullWhen(false)] out string? problem)
    {
        backend = built.FirstOrDefault(candidate => candidate.Name == name);
        problem = backend is null
            ? $"There is no backend '{name}' here; there is {string.Join(", ", Names)}.{string.Concat(others.Select(static other => $" The backend '{other.Name}' {other.Remedy}."))}"
            : null;
        return backend is not null;
    }
}
