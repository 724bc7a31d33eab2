using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using SearchService.Engine.Collect.Groups;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Execution;

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
    /// <param name="scratch">Lends room.</param>
    public FacetAccumulator(FacetField field, Scratch scratch)
    {
        _field = field;
        _counts = scratch.Ints(field.Ordinals.ValueCount);
        _counts.AsSpan(0, field.Ordinals.ValueCount).Clear();
        _segmentCounts = scratch.Ints(field.Ordinals.ValueCount + 1);
    }

    /// <summary>The field counted.</summary>
    public FacetField Field => _field;

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

    /// <summary>Takes out what groups have been counted more than once: for each value, and each group that has it, all but one.</summary>
    /// <param name="repeats">The documents counted of groups with several.</param>
    /// <param name="bucket">The bucket of a value, or null when each is one.</param>
    /// <param name="scratch">Lends room.</param>
    public void TakeOut(GroupRepeats repeats, Func<string, long>? bucket, Scratch scratch)
    {
        var values = _field.Ordinals.ValueCount;
        var last = scratch.Ints(values + 1).AsSpan(0, values + 1); // the group that had a bucket last; at the end, no value at all
        last.Fill(GroupedField.Alone);
        var buckets = bucket is null ? null : Buckets(bucket, scratch);
        List<int> ordinals = [];
        var group = GroupedField.Alone;
        for (var i = 0; i < repeats.Count; i++)
        {
            var (next, segment, document) = repeats[i];
            _documents -= next == group ? 1 : 0;
            group = next;
            _field.Column(segment).OrdinalsOf(document, ordinals);
            var map = _field.Ordinals.Map(segment);
            foreach (var ordinal in ordinals)
            {
                ref var seen = ref last[buckets is null ? map[ordinal] : buckets[map[ordinal]]];
                _counts[map[ordinal]] -= seen == group ? 1 : 0;
                seen = group;
            }

            if (ordinals.Count == 0)
            {
                _missing -= last[^1] == group ? 1 : 0;
                last[^1] = group;
            }
        }
    }

    // For each ordinal the first one of the same bucket.
    private int[] Buckets(Func<string, long> bucket, Scratch scratch)
    {
        var buckets = scratch.Ints(_field.Ordinals.ValueCount);
        Dictionary<long, int> first = [];
        for (var ordinal = 0; ordinal < _field.Ordinals.ValueCount; ordinal++)
        {
            var key = bucket(_field.Ordinals.Text(ordinal));
            first.TryAdd(key, ordinal);
            buckets[ordinal] = first[key];
        }

        return buckets;
    }

    /// <summary>Answers a request for this field.</summary>
    /// <param name="request">The request.</param>
    /// <param name="top">To sort with.</param>
    public FacetResult Answer(FacetRequest request, TopHits top)
    {
        if (request.InOrder)
        {
            var all = InOrder(request);
            return new FacetResult(_documents, _missing, all.Length, all, Included(request.Included));
        }

        // Values ascend, so one that only equals the worst kept comes too late: most cost a comparison.
        var (first, end) = RangeOf(request);
        var contained = request.Contains is null ? null : FacetField.Fold(request.Contains);
        top.Clear(request.Size);
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
            Drain(top),
            Included(request.Included));
    }

    private (int First, int End) RangeOf(FacetRequest request) =>
        request.Prefix is null ? (0, _field.Ordinals.ValueCount) : _field.WithPrefix(request.Prefix);

    private ImmutableArray<FacetCount> InOrder(FacetRequest request)
    {
        var (first, end) = RangeOf(request);
        var contained = request.Contains is null ? null : FacetField.Fold(request.Contains);
        var values = ImmutableArray.CreateBuilder<FacetCount>();
        for (var ordinal = first; ordinal < end; ordinal++)
        {
            if (_counts[ordinal] > 0 && (contained is null || _field.Contains(ordinal, contained)))
            {
                values.Add(new FacetCount(_field.Ordinals.Text(ordinal), _counts[ordinal]));
            }
        }

        return values.DrainToImmutable();
    }

    private ImmutableArray<FacetCount> Drain(TopHits top)
    {
        var values = new FacetCount[top.Count];
        while (top.Count > 0)
        {
            var (count, ordinal) = top.TakeWorst();
            values[top.Count] = new FacetCount(_field.Ordinals.Text(ordinal), count);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private ImmutableArray<FacetCount> Included(ImmutableArray<string> wanted)
    {
        if (wanted.IsEmpty)
        {
            return [];
        }

        var values = new FacetCount[wanted.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var count = _field.Ordinals.TryFindOrdinal(Encoding.UTF8.GetBytes(wanted[i]), out var ordinal) ? _counts[ordinal] : 0;
            values[i] = new FacetCount(wanted[i], count);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
