using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution;

/// <summary>A filter of a search that has a name, so that facets can be counted as if it weren't there.</summary>
/// <param name="Name">Distinct within a search.</param>
/// <param name="Query">What has to match; it doesn't score.</param>
public sealed record FilterGroup(string Name, Query Query);
