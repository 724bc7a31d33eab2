using System.Collections.Immutable;
using SearchService.Core.Indexes;

namespace SearchService.Web.Features.Index;

/// <summary>What the index can execute: what is false is left out of a query with a notice, or refused. Syntaxes: of its own, see parameter syntax.</summary>
internal sealed record CapabilitiesAnswer(
    bool Wildcards,
    bool Fuzzy,
    bool RegularExpressions,
    bool Near,
    bool Quotations,
    bool Stories,
    bool Similarity,
    bool Suggestions,
    ImmutableArray<string> Syntaxes)
{
    internal static CapabilitiesAnswer Of(BackendCapabilities capabilities) => new(
        capabilities.Wildcards,
        capabilities.Fuzzy,
        capabilities.RegularExpressions,
        capabilities.Near,
        capabilities.Quotations,
        capabilities.Stories,
        capabilities.Similarity,
        capabilities.Suggestions,
        capabilities.Syntaxes);
}
