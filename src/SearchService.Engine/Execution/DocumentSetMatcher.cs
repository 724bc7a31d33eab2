using System.Numerics;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents of a set that was chosen beforehand for the whole snapshot, and gives each its score there.</summary>
internal sealed class DocumentSetMatcher : Matcher
{
    private readonly DocumentSet _documents;
    private readonly int _base;
    private readonly double _boost;
    private readonly ulong[] _found; // the window's

    private DocumentSetMatcher(DocumentSet documents, int firstDocument, int cost, double boost, Scratch scratch)
    {
        _documents = documents;
        _base = firstDocument;
        _boost = boost;
        _found = scratch.Words(Window.Words);
        Cost = cost;
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <summary>Compiles a set for a segment.</summary>
    /// <param name="documents">The set.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="boost">What scores are multiplied by; 0 where none are asked for.</param>
    /// <param name="scratch">Lends the room for a window's set.</param>
    public static Matcher For(DocumentSet documents, SegmentReader segment, double boost, Scratch scratch)
    {
        var count = documents.CountOf(segment.Base, segment.Base + segment.DocumentCount);
        return count == 0 ? NoneMatcher.Instance : new DocumentSetMatcher(documents, segment.Base, count, boost, scratch);
    }

    /// <inheritdoc/>
    public override double AddMaxScore(double sum) => sum + Weigh(_documents.MaxScore);

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        Find(window);
        _found.AsSpan(0, Window.Words).CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        Find(window);
        BitKernels.And(set[..Window.Words], _found.AsSpan(0, Window.Words));
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        for (var i = 0; i < window.WordCount; i++)
        {
            for (var word = set[i] & _found[i]; word != 0; word &= word - 1)
            {
                var index = (i << 6) + BitOperations.TrailingZeroCount(word);
                scores[index] += Weigh(_documents.ScoreOf(_base + window.Start + index));
            }
        }
    }

    private double Weigh(double score) => Bm25.Bounded(score * _boost);

    // Beyond the segment's end the set goes on with the next segment's documents.
    private void Find(Window window)
    {
        var found = _found.AsSpan(0, Window.Words);
        _documents.CopyTo(_base + window.Start, found[..window.WordCount]);
        found[window.WordCount..].Clear();
        var last = (window.End - window.Start) & 63;
        if (last != 0)
        {
            found[window.WordCount - 1] &= (1UL << last) - 1;
        }
    }
}
