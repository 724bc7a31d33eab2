using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification.Versions;

/// <summary>Quotations that are one: the same words, cut, extended or slightly changed.</summary>
/// <param name="Reference">The version with most words, of those the one carried first; the others are compared with it.</param>
/// <param name="Versions">All, the most carried first, then by date.</param>
/// <param name="Partial">Whether there may be more: a limit was met.</param>
/// <param name="Index">The state of the index that answered.</param>
/// <param name="Took">Time spent.</param>
public sealed record QuotationCluster(QuoteVersion Reference, ImmutableArray<QuoteVersion> Versions, bool Partial, IndexState Index, TimeSpan Took)
{
    /// <summary>Quotations of all versions.</summary>
    public int Count => Versions.Sum(static version => version.Quotations.Length);

    /// <summary>The quotation that was carried first, by the date of its article.</summary>
    public QuotationHit First => Versions.Select(static version => version.Quotations[0]).MinBy(CarriedWhen)!;

    /// <summary>When a quotation was carried, for ordering: without a date last, then by article and place.</summary>
    internal static (DateOnly Date, string Article, int Start) CarriedWhen(QuotationHit quotation) =>
        (quotation.Article.Date?.First ?? DateOnly.MaxValue, quotation.Article.Id, quotation.Quote.Span.Start);
}

/// <summary>Quotations with the same words.</summary>
/// <param name="Text">The words, as the first of them has them.</param>
/// <param name="Quotations">Those that have them, first by date.</param>
/// <param name="Difference">
/// How the words differ from the reference's: <see cref="DifferencePart.Given"/> is into <paramref name="Text"/>, <see cref="DifferencePart.Found"/> into
/// that of the reference.
/// </param>
public sealed record QuoteVersion(string Text, ImmutableArray<QuotationHit> Quotations, WordDifference Difference)
{
    /// <summary>How many quotations are in articles of each stance, the most frequent first; null for articles without one.</summary>
    public ImmutableArray<(string? Stance, int Count)> ByStance => CountByStance(Quotations);

    /// <summary>Counts quotations by the stance of their articles.</summary>
    /// <param name="quotations">Any.</param>
    public static ImmutableArray<(string? Stance, int Count)> CountByStance(IEnumerable<QuotationHit> quotations) =>
    [
        .. quotations.GroupBy(static quotation => quotation.Article.Stance).Select(static group => (group.Key, group.Count()))
            .OrderByDescending(static count => count.Item2).ThenBy(static count => count.Key, StringComparer.Ordinal),
    ];
}
