using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Versions;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary>
/// The versions of a quotation. Quotes: how many quotations are one; partial: there may be more. Reference: the words that the versions are compared
/// with, and the quotation that has them. First: the one carried first. Stances: how many in articles of each.
/// </summary>
internal sealed record VersionsAnswer(
    int Quotes,
    bool? Partial,
    long TookMicroseconds,
    IndexState Index,
    ReferenceAnswer Reference,
    CarriedAnswer First,
    IReadOnlyList<StanceCountAnswer> Stances,
    IReadOnlyList<VersionAnswer> Versions)
{
    internal static VersionsAnswer Of(QuotationCluster cluster) => new(
        cluster.Count,
        cluster.Partial ? true : null,
        (long)cluster.Took.TotalMicroseconds,
        cluster.Index,
        new ReferenceAnswer(cluster.Reference.Quotations[0].Id, cluster.Reference.Text),
        CarriedAnswer.Of(cluster.First),
        StanceCountAnswer.Of(QuoteVersion.CountByStance(cluster.Versions.SelectMany(static version => version.Quotations))),
        [.. cluster.Versions.Select(version => VersionAnswer.Of(version, cluster.Reference))]);
}

/// <summary>The quotation whose words the others are compared with.</summary>
internal sealed record ReferenceAnswer(string Id, string Text);

/// <summary>
/// Quotations of the same words, first by date. Difference: from the reference's words, absent where there is none; given is into text, found into that
/// of the reference.
/// </summary>
internal sealed record VersionAnswer(
    string Text,
    double Similarity,
    IReadOnlyList<StanceCountAnswer> Stances,
    IReadOnlyList<CarriedAnswer> Quotes,
    IReadOnlyList<DifferenceAnswer>? Difference)
{
    internal static VersionAnswer Of(QuoteVersion version, QuoteVersion reference) => new(
        version.Text,
        version.Difference.Similarity,
        StanceCountAnswer.Of(version.ByStance),
        [.. version.Quotations.Select(CarriedAnswer.Of)],
        version.Difference.IsNone ? null : DifferenceAnswer.Of(version.Difference, version.Text, reference.Text));
}

/// <summary>A quotation, who is said to have said it, and the article that carries it.</summary>
internal sealed record CarriedAnswer(string Id, string? Speaker, string? SpeakerRole, string? SpeakerAs, string? Cue, string Kind, CarrierAnswer Article)
{
    internal static CarriedAnswer Of(QuotationHit quotation) => new(
        quotation.Id,
        quotation.Quote.Speaker,
        quotation.Quote.SpeakerRole,
        quotation.Quote.SpeakerAs,
        quotation.Quote.Cue,
        Names.Of(quotation.Quote.Kind),
        CarrierAnswer.Of(quotation.Article));
}

/// <summary>Quotations in articles of a stance; without one where it is missing.</summary>
internal sealed record StanceCountAnswer(string? Stance, int Count)
{
    internal static IReadOnlyList<StanceCountAnswer> Of(ImmutableArray<(string? Stance, int Count)> counts) =>
        [.. counts.Select(static count => new StanceCountAnswer(count.Stance, count.Count))];
}
