using System.Collections.Immutable;

namespace SearchService.Engine.Collect.Facets;

/// <summary>The answer to a <see cref="FacetRequest"/>; every count is exact.</summary>
/// <param name="Documents">Documents counted: with a value or without.</param>
/// <param name="Missing">Those of them without a value.</param>
/// <param name="Distinct">Values with a count above zero that pass the request's <see cref="FacetRequest.Contains"/> and <see cref="FacetRequest.Prefix"/>.</param>
/// <param name="Values">The most frequent of those, by count descending, then value ascending (by its UTF-8 bytes).</param>
/// <param name="Included">The values of <see cref="FacetRequest.Included"/>, in that order.</param>
public sealed record FacetResult(
    long Documents,
    long Missing,
    int Distinct,
    ImmutableArray<FacetCount> Values,
    ImmutableArray<FacetCount> Included)
{
    /// <summary>The counts of <see cref="FacetRequest.Split"/>: the most frequent value first, then by value; empty unless asked for.</summary>
    public ImmutableArray<FacetPart> Parts { get; init; } = [];
}

/// <summary>What is counted of the documents that have a value of the field that splits a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Values">As <see cref="FacetResult.Values"/>, of those documents alone.</param>
public sealed record FacetPart(string Value, ImmutableArray<FacetCount> Values);

/// <summary>A value and the number of documents that have it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Documents.</param>
public readonly record struct FacetCount(string Value, long Count);
