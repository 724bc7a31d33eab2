using System.Numerics;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents where a phrase occurs: first those that have its two rarest terms, then positions are read for those alone.</summary>
/// <remarks>
/// The positions of two terms rule out nearly every document that the documents of the other terms would, so the postings of the
/// words that are everywhere needn't be decoded: quotations of 4 to 8 words take three quarters of the time of intersecting all of them.
/// </remarks>
internal sealed class PhraseMatcher : Matcher
{
    private const int TermsIntersected = 2;

    private readonly TermMatcher[] _terms;
    private readonly PhraseVerifier _verifier;
    private readonly TermScorer? _scorer;
    private readonly double[] _frequencies;
    private readonly ulong[] _matches;

    /// <summary>Begins before the first document.</summary>
    /// <param name="terms">Finds the documents of each distinct term, unranked.</param>
    /// <param name="verifier">Counts the phrase in a document.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends the room for a window's matches.</param>
    public PhraseMatcher(TermMatcher[] terms, PhraseVerifier verifier, TermScorer? scorer, Scratch scratch)
    {
        _terms = [.. terms.OrderBy(t => t.Cost).Take(TermsIntersected)];
        _verifier = verifier;
        _scorer = scorer;
        var room = (int)Math.Min(Window.Size, Cost);
        _frequencies = scorer is null ? [] : scratch.Doubles(room);
        _matches = scratch.Words(Window.Words);
    }

    /// <inheritdoc/>
    public override long Cost => _terms[0].Cost;

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
                var frequency = _verifier.FrequencyIn(document, untilFirst: _scorer is null);
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
