using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion;

/// <summary>What became of one record, or of one file as a whole.</summary>
/// <param name="Place">Where the record begins.</param>
/// <param name="Article">The article, or null for a rejected record and for a file.</param>
/// <param name="Problems">What was wrong; at least one where there is no article.</param>
public sealed record ReadOutcome(RecordPlace Place, Article? Article, ImmutableArray<IngestionProblem> Problems)
{
    /// <summary>
    /// Whether the registry of outlets knows the article's outlet; null where there is no registry, or the article has neither an outlet's
    /// name nor an address.
    /// </summary>
    public bool? OutletKnown { get; init; }

    /// <summary>The host of the outlet's site or the address of the article, where one is known.</summary>
    public string? OutletAddress { get; init; }
}
