using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents that have a term, and scores them by BM25.</summary>
/// <remarks>
/// Where frequencies are wanted they are decoded with the documents and kept for the window, so a posting is decoded once
/// for matching and ranking.
/// </remarks>
internal sealed class TermMatcher : Matcher
{
    // Looking up one candidate costs as much as decoding about this many postings.
    private const int LookupCost = 24;

    private readonly PostingsCursor _cursor;
    private readonly TermScorer? _scorer;
    private readonly int _expectedInWindow;
    private readonly int[] _documents;
    private readonly int[] _frequencies;
    private int _count;
    private int _next = -1;
    private int _nextFrequency;

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
        _documents = scratch.Ints(room);
        _frequencies = scorer is null ? [] : scratch.Ints(room);
    }

    /// <inheritdoc/>
    public override long Cost => _cursor.DocumentFrequency;

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        if (_next < from)
        {
            _cursor.SkipTo(from);
            var frequency = _scorer is null ? default : new Span<int>(ref _nextFrequency);
            if (_cursor.Next(int.MaxValue, new Span<int>(ref _next), frequency) == 0)
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
        set.Clear();
        foreach (var document in _documents.AsSpan(0, _count))
        {
            WindowSet.Add(set, document - window.Start);
        }
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        if ((long)BitKernels.PopCount(set) * LookupCost < _expectedInWindow)
        {
            LookUp(window, set);
            return;
        }

        Load(window);
        var kept = 0;
        Span<ulong> both = stackalloc ulong[Window.Words];
        both.Clear();
        for (var i = 0; i < _count; i++)
        {
            var document = _documents[i];
            var index = document - window.Start;
            var bit = set[index >> 6] & (1UL << index);
            both[index >> 6] |= bit;
            _documents[kept] = document;
            if (_scorer is not null)
            {
                _frequencies[kept] = _frequencies[i];
            }

            kept += bit != 0 ? 1 : 0;
        }

        _count = kept;
        both.CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add(_documents.AsSpan(0, _count), _frequencies, window, set, scores);

    private void Load(Window window)
    {
        _count = 0;
        if (_next >= window.End)
        {
            return;
        }

        if (_next >= window.Start)
        {
            Take();
        }

        _next = -1;
        _cursor.SkipTo(window.Start);
        _count += _cursor.Next(window.End, _documents.AsSpan(_count), _scorer is null ? default : _frequencies.AsSpan(_count));
    }

    private void LookUp(Window window, Span<ulong> set)
    {
        _count = 0;
        for (var i = 0; i < set.Length; i++)
        {
            var kept = 0UL;
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                if (Seek(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word)) == window.Start + (i << 6) + BitOperations.TrailingZeroCount(word))
                {
                    kept |= word & (0 - word);
                    Take();
                }
            }

            set[i] = kept;
        }
    }

    private void Take()
    {
        _documents[_count] = _next;
        if (_scorer is not null)
        {
            _frequencies[_count] = _nextFrequency;
        }

        _count++;
    }
}
