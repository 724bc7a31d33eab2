using System.Collections.Immutable;
using SearchService.Core.Searching;

namespace SearchService.Quotations.Verification;

/// <summary>A text that is to be found in an archive.</summary>
public sealed record VerificationRequest
{
    /// <summary>The text: words that somebody is said to have said or written. Case, punctuation and quotation marks are of no account.</summary>
    public required string Text { get; init; }

    /// <summary>Which articles are looked at; at most one a field, empty for all.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>Places wanted, of those that have it verbatim; of nearest passages at most as many.</summary>
    public int Size { get; init; } = 20;
}
