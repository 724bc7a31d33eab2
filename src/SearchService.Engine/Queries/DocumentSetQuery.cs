using System.Runtime.CompilerServices;
using SearchService.Engine.Index;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents of a set, which another index may have chosen. Score: the one that the set has for each.</summary>
/// <remarks>Of use with the snapshot that the set is of alone. Two are equal when they have the same set object.</remarks>
/// <param name="Documents">The set.</param>
public sealed record DocumentSetQuery(DocumentSet Documents) : Query
{
    /// <inheritdoc/>
    public bool Equals(DocumentSetQuery? other) => other is not null && ReferenceEquals(Documents, other.Documents);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Documents);

    /// <inheritdoc/>
    public override string ToString() => $"#{Documents.Count}";
}
