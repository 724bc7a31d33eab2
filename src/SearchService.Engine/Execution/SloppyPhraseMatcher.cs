using System.Numerics;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>
/// Finds the documents where terms stand near each other as a phrase with slop has it: first those that have its two rarest
/// terms, then the positions of all are read for those alone, and <see cref="PhraseOccurrences"/> decides.
/// </summary>
internal sealed class SloppyPhraseMatcher : Matcher
{
    private const int TermsIntersected = 2;

    private readonly TermMatcher[] _terms;
    private readonly PositionsCursor[] _positions;
    private readonly PhraseOccurrences _occurrences;
    private readonly TermScorer? _scorer;
    private readonly double[] _frequencies;
    private readonly ulong[] _matches;

    /// <summary>Begins before the first document.</summary>
    /// <param name="terms">Finds the documents of each distinct term, unranked.</param>
    /// <param name="positions">The positions of each distinct term.</param>
    /// <param name="occurrences">The phrase, with its terms numbered in the same way.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends the room for a window's matches.</param>
    public SloppyPhraseMatcher(TermMatcher[] terms, PositionsCursor[] positions, PhraseOccurrences occurrences, TermScorer? scorer, Scratch scratch)
    {
        _terms = [.. terms.OrderBy(t => t.Cost).Take(TermsIntersected)];
        _positions = positions;
        _occurrences = occurrences;
        _scorer = scorer;
        var room = (int)Math.Min(Window.Size, Cost);
        _frequencies = scorer is null ? [] : scratch.Doubles(room);
        _matches = scratch.Words(Window.Words);
    }

    /// <inheritdoc/>
    public override long Cost => _terms[0].Cost;

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override double AddMaxScore(double sum) => sum + (_scorer?.MaxScore ?? 0);

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        foreach (var term in _terms)
        {
            from = term.Seek(from);
            if (from == int.MaxValue)
            {
                break;
            }
        }

        return from;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        _terms[0].Match(window, set);
        Narrow(window, set, 1);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set) => Narrow(window, set, 0);

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add<double>(_frequencies, _matches, window, set, scores);

    private void Narrow(Window window, Span<ulong> set, int next)
    {
        for (var i = next; i < _terms.Length; i++)
        {
            if (WindowSet.IsEmpty(set))
            {
                break;
            }

            _terms[i].Filter(window, set);
        }

        var count = 0;
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                var frequency = FrequencyIn(document);
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

    private double FrequencyIn(int document)
    {
        for (var i = 0; i < _positions.Length; i++)
        {
            if (_positions[i].AdvanceTo(document) != document)
            {
                return 0;
            }

            var found = _positions[i].Positions;
            found.CopyTo(_occurrences.Positions(i, found.Length));
        }

        return _occurrences.Frequency(untilFirst: _scorer is null);
    }
}
