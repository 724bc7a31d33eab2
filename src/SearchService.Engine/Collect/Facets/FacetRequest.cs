using System.Collections.Immutable;

namespace SearchService.Engine.Collect.Facets;

/// <summary>Asks how many of the documents found have each value of a keyword field.</summary>
/// <param name="Field">Number of a keyword field.</param>
public sealed record FacetRequest(int Field)
{
    /// <summary>Name of the filter group to be left out (sideways counts), or null for none.</summary>
    public string? OwnGroup { get; init; }

    /// <summary>Values wanted, the most frequent ones; 0 for none.</summary>
    public int Size { get; init; } = 10;

    /// <summary>All values with a count above zero, in the order of their bytes, however many <see cref="Size"/> says.</summary>
    public bool InOrder { get; init; }

    /// <summary>Asks for the counts once more, split by another field; null for no more.</summary>
    public FacetSplit? Split { get; init; }

    /// <summary>Values whose counts are wanted whatever they are, zero too.</summary>
    public ImmutableArray<string> Included { get; init; } = [];

    /// <summary>Only values that have this in them, case and diacritics aside; null for any. Applies to <see cref="FacetResult.Values"/> and <see cref="FacetResult.Distinct"/>.</summary>
    public string? Contains { get; init; }

    /// <summary>Only values that begin with this, exactly; null for any. Applies to <see cref="FacetResult.Values"/> and <see cref="FacetResult.Distinct"/>.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// When the search is collapsed: values of the same bucket count a group once together, as days of a week do where weeks are added up
    /// of days. For fields of which no document has two values; null for buckets of one value.
    /// </summary>
    public Func<string, long>? Bucket { get; init; }

    /// <summary>Counts all documents that pass the filters, whatever the query: what the query's counts are compared with.</summary>
    public bool IgnoresQuery { get; init; }
}
