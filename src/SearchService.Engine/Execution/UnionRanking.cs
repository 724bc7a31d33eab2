using System.Numerics;
using System.Runtime.CompilerServices;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Ranks documents that have some of many terms, window by window, by MAXSCORE with the bounds of blocks; of few see <see cref="CandidateSets"/>.</summary>
/// <remarks>
/// <para>In each window the terms with the lowest bounds that together can't reach the threshold are inessential: a document that has only
/// those needn't be looked at. The others' postings give candidates with the sum of their scores so far; those that the bounds of the
/// inessential terms might still lift over the threshold are scored in full. A term that is alone essential leaves out blocks as well.</para>
/// <para>Turtle and Flood, "Query evaluation: strategies and optimizations", 1995; Ding and Suel, 2011; windows as in Lucene's
/// MaxScoreBulkScorer. Sums in another order than the query's differ in their last bits: they serve only as bounds, with room for that.</para>
/// </remarks>
[SkipLocalsInit]
internal sealed class UnionRanking : Ranking
{
    /// <summary>With more terms everything is scored: to look at each bound in each window would cost more than it saves.</summary>
    public const int MaxTerms = 64;

    private const int WindowSize = 1024;
    // Looking up one document costs as much as scoring about this many postings.
    private const int LookupCost = 4;

    // Measured: with half of the postings essential there is nothing won, with a quarter there is.
    private const int EssentialShare = 4;

    private const int WindowWords = WindowSize / 64;

    private readonly RankedTerm[] _terms;
    private readonly int _documentCount;
    private readonly RankingTally? _tally;
    private readonly double[] _bounds;  // of each window, those of all terms in the order of the query
    private readonly int[] _order;      // terms by ascending bound in the present window
    private readonly double[] _rest;    // what the first so many of them add up to at most
    private readonly double[] _window;  // a score for each document of a window; zeros between uses
    private readonly int[] _documents;  // those that may rank
    private readonly double[] _scores;  // their scores so far
    private readonly double _floor;
    private readonly double _slack;

    /// <summary>Prepares.</summary>
    /// <param name="terms">The terms, in the order of the query: at most <see cref="MaxTerms"/>.</param>
    /// <param name="floor">A score that as many documents found reach as hits are wanted, or 0.</param>
    /// <param name="documentCount">Documents in the segment.</param>
    /// <param name="scratch">Lends room.</param>
    /// <param name="tally">Counts what is passed over, or null.</param>
    public UnionRanking(RankedTerm[] terms, double floor, int documentCount, Scratch scratch, RankingTally? tally)
    {
        _terms = terms;
        _floor = floor;
        _documentCount = documentCount;
        _tally = tally;
        var windows = (int)(((long)documentCount + WindowSize - 1) / WindowSize);
        _bounds = scratch.Doubles(windows * terms.Length);
        _bounds.AsSpan(0, windows * terms.Length).Clear();
        _order = scratch.Ints(terms.Length);
        _rest = scratch.Doubles(terms.Length + 1);
        _window = scratch.Doubles(WindowSize);
        _window.AsSpan(0, WindowSize).Clear();
        _documents = scratch.Ints(WindowSize);
        _scores = scratch.Doubles(WindowSize);
        for (var i = 0; i < terms.Length; i++)
        {
            _order[i] = i;
        }

        // Each of two sums of n numbers is off by less than n halves of an ulp.
        _slack = 1 + ((terms.Length + 2.0) / (1L << 51));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Where terms that can't rank on their own have most of the postings: a posting that has to be added up costs more here, apart from
    /// matching, than where it is matched.
    /// </remarks>
    public override bool Pays(TopHits hits)
    {
        var threshold = ThresholdOf(hits, _floor);
        if (threshold < 0)
        {
            return false;
        }

        var bounds = _bounds.AsSpan(0, _terms.Length);
        long all = 0;
        for (var i = 0; i < _terms.Length; i++)
        {
            bounds[i] = _terms[i].Bound;
            all += _terms[i].DocumentFrequency;
        }

        var inessential = Part(bounds, threshold);
        bounds.Clear();
        long essential = 0;
        foreach (var term in _order.AsSpan(inessential, _terms.Length - inessential))
        {
            essential += _terms[term].DocumentFrequency;
        }

        return essential <= all / EssentialShare;
    }

    /// <inheritdoc/>
    public override void Rank(ReadOnlySpan<ulong> found, int firstDocument, TopHits hits, CancellationToken cancellation)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            BoundWindows(i);
        }

        for (var start = 0; start < _documentCount; start += WindowSize)
        {
            var words = found[(start >> 6)..];
            words = words[..Math.Min(WindowWords, words.Length)];
            if (WindowSet.IsEmpty(words))
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var bounds = _bounds.AsSpan(start / WindowSize * _terms.Length, _terms.Length);
            double bound = 0;
            foreach (var one in bounds)
            {
                bound += one;
            }

            var threshold = ThresholdOf(hits, _floor);
            if (bound < threshold || !hits.MayKeep(TopHits.KeyOf(bound), firstDocument + start))
            {
                _tally?.SkipWindow();
                continue;
            }

            var inessential = Part(bounds, threshold);
            var end = (int)Math.Min((long)start + WindowSize, _documentCount);
            var count = inessential == _terms.Length - 1 && threshold >= 0
                ? GatherByOne(threshold, start, end, found)
                : GatherBySeveral(inessential, threshold, start, end, words);
            for (var i = inessential - 1; i >= 0 && count > 0; i--)
            {
                AddInessential(i, start, end, count);
                count = Keep(count, _rest[i], threshold);
            }

            Offer(count, firstDocument, hits);
        }
    }

    private void BoundWindows(int number)
    {
        var term = _terms[number];
        var first = 0;
        for (var block = 0; block < term.BlockCount; block++)
        {
            var last = term.LastOf(block) / WindowSize;
            for (var window = first; window <= last; window++)
            {
                ref var bound = ref _bounds[(window * _terms.Length) + number];
                bound = Math.Max(bound, term.BoundOf(block));
            }

            first = last;
        }
    }

    // Orders the terms by their bounds in a window: nearly in order already, as they were in the window before.
    private int Part(ReadOnlySpan<double> bounds, double threshold)
    {
        for (var i = 1; i < _terms.Length; i++)
        {
            var term = _order[i];
            var at = i;
            for (; at > 0 && bounds[_order[at - 1]] > bounds[term]; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = term;
        }

        var count = 0;
        for (_rest[0] = 0; count < _terms.Length && (_rest[count] + bounds[_order[count]]) * _slack < threshold; count++)
        {
            _rest[count + 1] = _rest[count] + bounds[_order[count]];
        }

        return count;
    }

    // Only documents of one term may rank, and of those only what the bounds of its blocks let pass.
    private int GatherByOne(double threshold, int start, int end, ReadOnlySpan<ulong> found)
    {
        var term = _terms[_order[_terms.Length - 1]];
        var rest = _rest[_terms.Length - 1];
        var count = 0;
        Span<double> scores = stackalloc double[PostingsFormat.BlockLength];
        for (var block = term.FindBlock(0, start); block < term.BlockCount && term.FirstOf(block) < end; block++)
        {
            if ((term.BoundOf(block) + rest) * _slack < threshold)
            {
                _tally?.SkipBlock();
                continue;
            }

            var documents = term.ScoreBlock(block, start, end, scores);
            for (var i = 0; i < documents.Length; i++)
            {
                if ((scores[i] + rest) * _slack >= threshold && Contains(found, documents[i]))
                {
                    _documents[count] = documents[i];
                    _scores[count++] = scores[i];
                }
            }
        }

        return count;
    }

    private int GatherBySeveral(int inessential, double threshold, int start, int end, ReadOnlySpan<ulong> found)
    {
        Span<ulong> candidates = stackalloc ulong[WindowWords];
        candidates.Clear();
        for (var i = inessential; i < _terms.Length; i++)
        {
            AddWindow(_terms[_order[i]], start, end, candidates);
        }

        var rest = _rest[inessential];
        var count = 0;
        for (var i = 0; i < found.Length; i++)
        {
            // As long as there is room, a document ranks without any of the terms.
            for (var word = threshold < 0 ? found[i] : candidates[i] & found[i]; word != 0; word &= word - 1)
            {
                var index = (i << 6) + BitOperations.TrailingZeroCount(word);
                if ((_window[index] + rest) * _slack >= threshold)
                {
                    _documents[count] = start + index;
                    _scores[count++] = _window[index];
                }
            }
        }

        _window.AsSpan(0, WindowSize).Clear();
        return count;
    }

    // Many documents are scored with all others of the window, few are looked up.
    private void AddInessential(int place, int start, int end, int count)
    {
        var term = _terms[_order[place]];
        var documents = _documents.AsSpan(0, count);
        if (count * LookupCost < (long)term.DocumentFrequency * WindowSize / _documentCount)
        {
            term.AddScores(documents, _scores);
            return;
        }

        Span<ulong> candidates = stackalloc ulong[WindowWords];
        AddWindow(term, start, end, candidates);
        for (var i = 0; i < count; i++)
        {
            _scores[i] += _window[documents[i] - start];
        }

        _window.AsSpan(0, WindowSize).Clear();
    }

    private void AddWindow(RankedTerm term, int start, int end, Span<ulong> candidates)
    {
        Span<double> scores = stackalloc double[PostingsFormat.BlockLength];
        var window = _window.AsSpan(0, WindowSize);
        for (var block = term.FindBlock(0, start); block < term.BlockCount && term.FirstOf(block) < end; block++)
        {
            var documents = term.ScoreBlock(block, start, end, scores);
            for (var i = 0; i < documents.Length; i++)
            {
                var index = documents[i] - start;
                window[index] += scores[i];
                WindowSet.Add(candidates, index);
            }
        }
    }

    // Drops documents that can't reach the threshold any more.
    private int Keep(int count, double rest, double threshold)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            _documents[kept] = _documents[i];
            _scores[kept] = _scores[i];
            kept += (_scores[i] + rest) * _slack >= threshold ? 1 : 0;
        }

        return kept;
    }

    // Those left are scored again in the order of the query, unless the hits before them have lifted the threshold above them.
    private void Offer(int count, int firstDocument, TopHits hits)
    {
        Span<int> one = stackalloc int[1];
        Span<double> score = stackalloc double[1];
        for (var i = 0; i < count; i++)
        {
            if (_scores[i] * _slack < ThresholdOf(hits, _floor))
            {
                continue;
            }

            _tally?.Score(1);
            one[0] = _documents[i];
            score[0] = 0;
            foreach (var term in _terms)
            {
                term.AddScores(one, score);
            }

            if (score[0] >= ThresholdOf(hits, _floor))
            {
                hits.Offer(TopHits.KeyOf(score[0]), firstDocument + one[0]);
            }
        }
    }
}
