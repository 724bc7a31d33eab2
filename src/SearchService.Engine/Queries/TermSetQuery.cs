using System.Collections.Immutable;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term of a set that the dictionary is walked for. Score: 1.</summary>
/// <remarks>
/// Every term of the dictionary that fits counts, however many there are; memory is one bit per document. The score
/// is constant, as in Lucene: summing the idf of a thousand expansions would reward rare misspellings.
/// </remarks>
/// <param name="Field">Number of a text field.</param>
/// <param name="Forms">The forms of the tokens that are looked at; one that fits is enough.</param>
public abstract record TermSetQuery(int Field, ImmutableArray<TermForm> Forms) : Query
{
    /// <summary>No term that sorts before this one fits.</summary>
    public abstract ReadOnlySpan<byte> First { get; }

    /// <summary>Whether a term fits.</summary>
    /// <param name="term">In UTF-8, not before <see cref="First"/>.</param>
    public abstract TermFit Fit(ReadOnlySpan<byte> term);
}

/// <summary>How a term stands to a <see cref="TermSetQuery"/>.</summary>
public enum TermFit
{
    /// <summary>It isn't in the set; a later one may be.</summary>
    No,

    /// <summary>It is in the set.</summary>
    Yes,

    /// <summary>Neither it nor any that sorts after it is in the set.</summary>
    Past,
}
