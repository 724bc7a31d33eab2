using System.Numerics;
using System.Runtime.CompilerServices;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents that have a term, and scores them by BM25.</summary>
/// <remarks>
/// Where frequencies are wanted they are decoded with the documents and kept for the window, so a posting is decoded once
/// for matching and ranking.
/// </remarks>
[SkipLocalsInit]
internal sealed class TermMatcher : Matcher
{
    // Looking up one candidate costs as much as decoding about this many postings. Measured on intersections of a frequent and a
    // rarer word over 30,000 articles: 4 is a fifth slower, 12 and 32 are within the noise.
    private const int LookupCost = 24;

    private readonly PostingsCursor _cursor;
    private readonly TermScorer? _scorer;
    private readonly int _expectedInWindow;
    private readonly int[] _frequencies; // of the window's matches, in order
    private readonly ulong[] _matches;
    private double _maxScore = -1; // not known yet
    private int _next = -1;

    /// <summary>Begins before the first document.</summary>
    /// <param name="cursor">The term's postings.</param>
    /// <param name="documentCount">Documents in the segment.</param>
    /// <param name="scorer">Scores the term's documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends the room for a window's postings.</param>
    public TermMatcher(PostingsCursor cursor, int documentCount, TermScorer? scorer, Scratch scratch)
    {
        _cursor = cursor;
        _scorer = scorer;
        _expectedInWindow = (int)Math.Min(Window.Size, (long)cursor.DocumentFrequency * Window.Size / documentCount);
        var room = Math.Min(Window.Size, cursor.DocumentFrequency) + 1;
        _frequencies = scorer is null ? [] : scratch.Ints(room);
        _matches = scratch.Words(Window.Words);
    }

    /// <inheritdoc/>
    public override long Cost => _cursor.DocumentFrequency;

    /// <inheritdoc/>
    public override double AddMaxScore(double sum)
    {
        if (_maxScore < 0)
        {
            _maxScore = _scorer is null ? 0 : ReadMaxScore(_scorer);
        }

        return sum + _maxScore;
    }

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        if (_next < from)
        {
            _cursor.SkipTo(from);
            if (_cursor.Next(int.MaxValue, new Span<int>(ref _next), default) == 0)
            {
                _next = int.MaxValue;
            }
        }

        return _next;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        Load(window);
        _matches.AsSpan(0, Window.Words).CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        if ((long)BitKernels.PopCount(set) * LookupCost < _expectedInWindow)
        {
            LookUp(window, set);
        }
        else
        {
            Load(window);
            BitKernels.And(set, _matches);
        }
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add<int>(_frequencies, _matches, window, set, scores);

    // The bound of the whole list; short lists keep none.
    private double ReadMaxScore(TermScorer scorer)
    {
        Span<Impact> impacts = stackalloc Impact[256];
        var count = _cursor.Impacts(_cursor.BlockCount, impacts);
        double best = 0;
        foreach (var impact in impacts[..count])
        {
            best = Math.Max(best, scorer.ScoreOf(impact));
        }

        return count == 0 ? scorer.MaxScore : scorer.BoundOf(best);
    }

    // Decodes all postings of the window.
    private void Load(Window window)
    {
        var matches = _matches.AsSpan(0, Window.Words);
        matches.Clear();
        if (_next >= window.End)
        {
            return;
        }

        var count = 0;
        if (_next >= window.Start)
        {
            WindowSet.Add(matches, _next - window.Start);
            Take(count++);
        }

        _next = -1;
        _cursor.SkipTo(window.Start);
        _cursor.AddTo(window.End, window.Start, matches, _scorer is null ? default : _frequencies.AsSpan(count));
    }

    // Goes from candidate to posting and back, leaving out blocks that hold no candidate.
    private void LookUp(Window window, Span<ulong> set)
    {
        var count = 0;
        for (var i = 0; i < set.Length; i++)
        {
            var kept = 0UL;
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                if (Seek(document) == document)
                {
                    kept |= word & (0 - word);
                    Take(count++);
                }
            }

            set[i] = kept;
        }

        set.CopyTo(_matches);
    }

    private void Take(int at)
    {
        if (_scorer is not null)
        {
            _frequencies[at] = _cursor.Frequency;
        }
    }
}
