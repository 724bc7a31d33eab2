using System.Numerics;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents where a phrase occurs: first those that have all its terms, then positions are read for those alone.</summary>
internal sealed class PhraseMatcher : Matcher
{
    private readonly TermMatcher[] _terms;
    private readonly PositionsCursor[] _positions;
    private readonly PhraseOccurrences _occurrences;
    private readonly TermScorer? _scorer;
    private readonly int[] _documents;
    private readonly double[] _frequencies;
    private int _count;

    /// <summary>Begins before the first document.</summary>
    /// <param name="terms">Finds the documents of each distinct term, unranked.</param>
    /// <param name="positions">The positions of the same terms, in the order of the occurrences' lists.</param>
    /// <param name="occurrences">Finds the phrase in a document.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends the room for a window's matches.</param>
    public PhraseMatcher(TermMatcher[] terms, PositionsCursor[] positions, PhraseOccurrences occurrences, TermScorer? scorer, Scratch scratch)
    {
        _terms = [.. terms.OrderBy(t => t.Cost)];
        _positions = positions;
        _occurrences = occurrences;
        _scorer = scorer;
        var room = (int)Math.Min(Window.Size, Cost);
        _documents = scorer is null ? [] : scratch.Ints(room);
        _frequencies = scorer is null ? [] : scratch.Doubles(room);
    }

    /// <inheritdoc/>
    public override long Cost => _terms[0].Cost;

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
        _scorer?.Add(_documents.AsSpan(0, _count), _frequencies, window, set, scores);

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

        _count = 0;
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
                    _documents[_count] = document;
                    _frequencies[_count++] = frequency;
                }
            }
        }
    }

    private double FrequencyIn(int document)
    {
        for (var i = 0; i < _positions.Length; i++)
        {
            _positions[i].AdvanceTo(document);
            var positions = _positions[i].Positions;
            positions.CopyTo(_occurrences.Positions(i, positions.Length));
        }

        return _occurrences.Frequency(untilFirst: _scorer is null);
    }
}
