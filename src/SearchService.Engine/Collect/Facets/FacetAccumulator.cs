using System.Text;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;

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
    /// <param name="words">A set of its documents; bits past the last document are 0.</param>
    public void Add(int segment, ReadOnlySpan<ulong> words)
    {
        var documents = BitKernels.PopCount(words);
        if (documents == 0)
        {
            return;
        }

        var counter = _field.Counter(segment);
        var counts = _segmentCounts.AsSpan(0, counter.CountLength);
        counter.Count(words, documents, counts);
        _documents += documents;
        _missing += counts[^1];
        counts = counts[..^1];
        var ordinals = _field.Ordinals.Map(segment);
        for (var i = 0; i < counts.Length; i++)
        {
            _counts[ordinals[i]] += counts[i];
        }
    }

    /// <summary>Answers a request for this field.</summary>
    public FacetResult Answer(FacetRequest request)
    {
        var (first, end) = request.Prefix is null ? (0, _field.Ordinals.ValueCount) : _field.WithPrefix(request.Prefix);
        var contained = request.Contains is null ? null : FacetField.Fold(request.Contains);
        var top = new TopHits(request.Size);
        var distinct = 0;
        for (var ordinal = first; ordinal < end; ordinal++)
        {
            if (_counts[ordinal] > 0 && (contained is null || _field.Contains(ordinal, contained)))
            {
                distinct++;
                top.Offer(_counts[ordinal], ordinal);
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
