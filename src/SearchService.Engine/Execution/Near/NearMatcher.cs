using System.Numerics;
using SearchService.Analysis.Proximity;

namespace SearchService.Engine.Execution.Near;

/// <summary>Finds the documents where two expressions stand near each other: first those that hold both, then positions are read for those alone.</summary>
internal sealed class NearMatcher : Matcher
{
    private readonly Matcher _candidates;
    private readonly NearSpans _spans;
    private readonly TermScorer? _scorer;
    private readonly double[] _frequencies;
    private readonly ulong[] _matches;
    private readonly CancellationToken _cancellation;

    /// <summary>Begins before the first document.</summary>
    /// <param name="candidates">Finds the documents that hold both expressions, unranked.</param>
    /// <param name="spans">Finds the pairs in a document.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends the room for a window's matches.</param>
    /// <param name="cancellation">Looked at before each document's positions.</param>
    public NearMatcher(Matcher candidates, NearSpans spans, TermScorer? scorer, Scratch scratch, CancellationToken cancellation)
    {
        _candidates = candidates;
        _spans = spans;
        _scorer = scorer;
        _frequencies = scorer is null ? [] : scratch.Doubles((int)Math.Min(Window.Size, Cost));
        _matches = scratch.Words(Window.Words);
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public override long Cost => _candidates.Cost;

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override double AddMaxScore(double sum) => sum + (_scorer?.MaxScore ?? 0);

    /// <inheritdoc/>
    public override int Seek(int from) => _candidates.Seek(from);

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        _candidates.Match(window, set);
        Verify(window, set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        _candidates.Filter(window, set);
        Verify(window, set);
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add<double>(_frequencies, _matches, window, set, scores);

    private void Verify(Window window, Span<ulong> set)
    {
        var count = 0;
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                _cancellation.ThrowIfCancellationRequested();
                var frequency = _spans.FrequencyIn(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word), untilFirst: _scorer is null);
                if (frequency == 0)
                {
                    set[i] ^= word & (0 - word);
                }
                else if (_scorer is not null)
                {
                    _frequencies[count++] = frequency;
                }
            }
        }

        set.CopyTo(_matches);
    }
}
