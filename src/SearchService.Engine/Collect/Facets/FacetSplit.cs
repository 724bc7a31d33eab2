namespace SearchService.Engine.Collect.Facets;

/// <summary>Asks for the counts of a facet once more for each of the most frequent values that the documents counted have in another field.</summary>
/// <param name="Field">Number of a keyword field.</param>
/// <param name="Size">The most values of it.</param>
public sealed record FacetSplit(int Field, int Size);
