using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>Gathers the hits of a search in one order; segments and windows come ascending.</summary>
internal abstract class HitCollector
{
    /// <summary>Whether it looks at scores.</summary>
    public virtual bool NeedsScores => false;

    /// <summary>What a score has to exceed, from now on, to be among the hits: documents with lower ones needn't be shown; −1 when any will do.</summary>
    public virtual double ScoreThreshold => -1;

    /// <summary>Where hits by score may be offered instead, without <see cref="Collect"/>; null when it doesn't order by score.</summary>
    public virtual TopHits? TopScores => null;

    /// <summary>Whether it looks at documents at all.</summary>
    public virtual bool NeedsDocuments => true;

    /// <summary>Documents that are no hits though they are found: a set for each segment, or null when all are hits.</summary>
    public ulong[][]? LeftOut { get; set; }

    /// <summary>Takes out of what was found the documents that aren't looked at; they needn't be scored.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    /// <param name="firstWord">The word of the segment's set that <paramref name="found"/> begins with.</param>
    /// <param name="found">Documents found.</param>
    public virtual void Narrow(int segment, int firstWord, Span<ulong> found)
    {
        if (LeftOut is { } sets)
        {
            BitKernels.AndNot(found, sets[segment].AsSpan(firstWord, found.Length));
        }
    }

    /// <summary>The collector for a search's order, size and page.</summary>
    public static HitCollector For(EngineSearch search, Scratch scratch) => search switch
    {
        { Size: 0 } => new NoHitCollector(),
        { Sort.NumberField: { } field } => new NumberHitCollector(field, search.Sort.Descending, search.Size, search.After, scratch),
        _ => new ScoreHitCollector(search.Size, search.After, scratch),
    };

    /// <summary>Looks at the documents found in a window.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="window">The window.</param>
    /// <param name="found">The documents found.</param>
    /// <param name="scores">The scores of those in it if <see cref="NeedsScores"/>; left at zero.</param>
    public abstract void Collect(SegmentReader segment, Window window, ReadOnlySpan<ulong> found, Span<double> scores);

    /// <summary>The hits in order.</summary>
    public abstract ImmutableArray<Hit> Drain();

    private sealed class NoHitCollector : HitCollector
    {
        public override bool NeedsDocuments => false;

        public override void Collect(SegmentReader segment, Window window, ReadOnlySpan<ulong> found, Span<double> scores)
        {
        }

        public override ImmutableArray<Hit> Drain() => [];
    }

    private sealed class ScoreHitCollector(int size, SearchAfter? after, Scratch scratch) : HitCollector
    {
        private readonly TopHits _hits = new(size, scratch, after is null ? null : (TopHits.KeyOf(after.Score), after.Document));

        public override bool NeedsScores => true;

        public override double ScoreThreshold => _hits.ScoreThreshold;

        public override TopHits? TopScores => _hits;

        public override void Collect(SegmentReader segment, Window window, ReadOnlySpan<ulong> found, Span<double> scores)
        {
            var threshold = _hits.ScoreThreshold;
            for (var i = 0; i < found.Length; i++)
            {
                for (var word = found[i]; word != 0; word &= word - 1)
                {
                    var index = (i << 6) + BitOperations.TrailingZeroCount(word);
                    var score = scores[index];
                    scores[index] = 0;
                    if (score > threshold)
                    {
                        _hits.Offer(TopHits.KeyOf(score), segment.Base + window.Start + index);
                        threshold = _hits.ScoreThreshold;
                    }
                }
            }
        }

        public override ImmutableArray<Hit> Drain()
        {
            var hits = new Hit[_hits.Count];
            while (_hits.Count > 0)
            {
                var (key, document) = _hits.TakeWorst();
                hits[_hits.Count] = new Hit(document, TopHits.ScoreOf(key), null);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(hits);
        }
    }

    /// <summary>By a number: documents with a value in a heap, and after them the first ones without.</summary>
    private sealed class NumberHitCollector(int field, bool descending, int size, SearchAfter? after, Scratch scratch) : HitCollector
    {
        private readonly bool _continuesWithout = after is { Value: null };
        private readonly List<int> _without = [];
        private readonly TopHits _hits = new(
            after is { Value: null } ? 0 : size,
            scratch,
            after?.Value is { } value ? (KeyOf(value, descending), after.Document) : null);

        public override void Collect(SegmentReader segment, Window window, ReadOnlySpan<ulong> found, Span<double> scores)
        {
            var column = segment.Numbers(field);
            for (var i = 0; i < found.Length; i++)
            {
                for (var word = found[i]; word != 0; word &= word - 1)
                {
                    var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                    if (column.TryGet(document, out var value))
                    {
                        _hits.Offer(KeyOf(value, descending), segment.Base + document);
                    }
                    else if (_without.Count < size && (!_continuesWithout || segment.Base + document > after!.Document))
                    {
                        _without.Add(segment.Base + document);
                    }
                }
            }
        }

        public override ImmutableArray<Hit> Drain()
        {
            var count = _hits.Count;
            var hits = new Hit[Math.Min(size, count + _without.Count)];
            while (_hits.Count > 0)
            {
                var (key, document) = _hits.TakeWorst();
                hits[_hits.Count] = new Hit(document, 0, KeyOf(key, descending));
            }

            for (var i = count; i < hits.Length; i++)
            {
                hits[i] = new Hit(_without[i - count], 0, null);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(hits);
        }

        // Complementing turns the order round without overflow, and is its own inverse.
        private static long KeyOf(long value, bool descending) => descending ? value : ~value;
    }
}
