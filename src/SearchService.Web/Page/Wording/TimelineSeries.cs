using System.Collections.Immutable;
using SearchService.Core.Searching;

namespace SearchService.Web.Page.Wording;

/// <summary>One of the parts that the bars of the timeline are stacked of.</summary>
/// <param name="Texture">Name of its texture; null where there is nothing to tell apart.</param>
/// <param name="Label">What it is called.</param>
/// <param name="IsStance">Whether that is a stance, which has a shape.</param>
/// <param name="CountIn">How much of a bucket it is.</param>
internal sealed record TimelineSeries(string? Texture, string Label, bool IsStance, Func<HistogramBucket, long> CountIn)
{
    /// <summary>What fills it.</summary>
    internal string? Fill => Texture is null ? null : $"url(#texture-{Texture})";

    /// <summary>The series of an answer, in the order of the shapes: a stance keeps its place from search to search.</summary>
    internal static ImmutableArray<TimelineSeries> Of(Histogram histogram, PageView view)
    {
        if (histogram.Split is not { } split)
        {
            return [new(null, view.Text["timeline.matching"], false, static bucket => bucket.Count)];
        }

        IEnumerable<TimelineSeries> stances = split.Values
            .Select((value, place) => (Value: value, Place: place, view.Stances.Of(value).Kind))
            .OrderBy(static each => each.Kind)
            .Select(static each => new TimelineSeries($"{each.Kind}", each.Value, true, bucket => bucket.Split.Length > each.Place ? bucket.Split[each.Place] : 0));
        return histogram.Buckets.Any(static bucket => Rest(bucket) != 0)
            ? [.. stances, new("rest", view.Text["timeline.rest"], false, Rest)]
            : [.. stances];
    }

    private static long Rest(HistogramBucket bucket) => bucket.Count - bucket.Split.Sum();
}
