using System.Text;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Index;

namespace SearchService.Engine.Collect.Facets;

/// <summary>Adds up a field's counts over the segments of a snapshot, and answers requests from them.</summary>
internal sealed class FacetAccumulator
{
    private readonly FacetField _field;
    private readonly int[] _counts;
    private readonly int[] _segmentCounts;
    private long _documents;
    private long _missing;

    /// <summary>Begins with zeros.</summary>
    /// <param name="field">The field.</param>
    /// <param name="counts">Room for <see cref="GlobalOrdinals.ValueCount"/> counts.</param>
    /// <param name="segmentCounts">Room for one more.</param>
    public FacetAccumulator(FacetField field, int[] counts, int[] segmentCounts)
    {
        _field = field;
        _counts = counts;
        _segmentCounts = segmentCounts;
        counts.AsSpan(0, field.Ordinals.ValueCount).Clear();
    }

    /// <summary>Counts the documents of a segment.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    /// <param name="set">A set of its documents.</param>
    public void Add(int segment, CountedSet set)
    {
        if (set.Count == 0)
        {
            return;
        }

        var counter = _field.Counter(segment);
        var counts = _segmentCounts.AsSpan(0, counter.CountLength);
        counter.Count(set, counts);
        _documents += set.Count;
        _missing += counts[^1];
        counts = counts[..^1];
        var ordinals = _field.Ordinals.Map(segment);
        if (segment == 0 && ordinals.Length == _field.Ordinals.ValueCount)
        {
            counts.CopyTo(_counts); // a first segment with all the values has the snapshot's ordinals
            return;
        }

        for (var i = 0; i < ordinals.Length; i++)
        {
            _counts[ordinals[i]] += counts[i];
        }
    }

    /// <summary>Answers a request for this field.</summary>
    public FacetResult Answer(FacetRequest request)
    {
        // Values ascend, so one that only equals the worst kept comes too late: most cost a comparison.
        var (first, end) = request.Prefix is null ? (0, _field.Ordinals.ValueCount) : _field.WithPrefix(request.Prefix);
        var contained = request.Contains is null ? null : FacetField.Fold(request.Contains);
        var top = new TopHits(request.Size);
        var threshold = top.KeyThreshold;
        var distinct = 0;
        var counts = _counts.AsSpan(0, end);
        for (var ordinal = first; ordinal < counts.Length; ordinal++)
        {
            var count = counts[ordinal];
            if (contained is not null && count > 0 && !_field.Contains(ordinal, contained))
            {
                continue;
            }

            distinct += count > 0 ? 1 : 0;
            if (count > threshold && count > 0)
            {
                top.Offer(count, ordinal);
                threshold = top.KeyThreshold;
            }
        }

        return new FacetResult(
            _documents,
            _missing,
            distinct,
            [.. top.Drain().Select(t => new FacetCount(_field.Ordinals.Text(t.Document), t.Key))],
            [.. request.Included.Select(value => new FacetCount(value, _field.Ordinals.TryFindOrdinal(Encoding.UTF8.GetBytes(value), out var ordinal) ? _counts[ordinal] : 0))]);
    }
}
