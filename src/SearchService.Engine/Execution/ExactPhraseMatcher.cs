using System.Numerics;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents where terms stand side by side.</summary>
/// <remarks>
/// The rarest term gives the places where the phrase may begin; the others narrow them, many documents at a time. Words that are
/// nearly everywhere come first: their dense lists say what stands at a place without decoding anything, and rule out most. The
/// documents of the two rarest of the other words are intersected before any position is read.
/// </remarks>
internal sealed class ExactPhraseMatcher : Matcher
{
    private const int TermsIntersected = 2;
    private const int Batch = 1024;
    private const int UsualOccurrences = 128;

    private readonly TermMatcher[] _documents;
    private readonly PhraseTerm _lead;
    private readonly DenseDocumentReader? _denseLead;
    private readonly PhraseCandidates _candidates;
    private readonly TermScorer? _scorer;
    private readonly PositionSpace _space;
    private readonly int[] _frequencies;
    private readonly ulong[] _matches;
    private int[] _positions;

    /// <summary>Begins before the first document.</summary>
    /// <param name="terms">A term for each place of the phrase.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field they are of.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends room.</param>
    public ExactPhraseMatcher(PhraseTerm[] terms, SegmentReader segment, int field, TermScorer? scorer, Scratch scratch)
    {
        Array.Sort(terms, static (a, b) => (a.Entry.TotalFrequency, a.Offset).CompareTo((b.Entry.TotalFrequency, b.Offset)));
        _lead = terms[0];
        _space = segment.Space(field);
        _scorer = scorer;
        _denseLead = _lead.Cursor is null ? segment.DenseDocuments(field, _lead.Entry) : null;
        _documents =
        [
            .. terms.Where(t => t.Cursor is not null).DistinctBy(t => t.Entry.Positions).Take(TermsIntersected)
                .Select(t => new TermMatcher(segment.Postings(t.Entry, scratch.LendInts), segment.DocumentCount, null, scratch)),
        ];
        _candidates = new PhraseCandidates([.. terms.Skip(1).Where(t => t.Cursor is null), .. terms.Skip(1).Where(t => t.Cursor is not null)], segment, field, scratch);
        _frequencies = scratch.Ints((int)Math.Min(Window.Size, Cost));
        _matches = scratch.Words(Window.Words);
        _positions = scratch.Ints(UsualOccurrences);
    }

    /// <inheritdoc/>
    public override long Cost => _lead.Entry.DocumentFrequency;

    /// <inheritdoc/>
    public override double AddMaxScore(double sum) => sum + (_scorer?.MaxScore ?? 0);

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        foreach (var term in _documents)
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
        WindowSet.FillTo(set, window.End - window.Start);
        Filter(window, set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        foreach (var term in _documents)
        {
            if (WindowSet.IsEmpty(set))
            {
                break;
            }

            term.Filter(window, set);
        }

        _candidates.Begin(window, _matches, _frequencies);
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                Gather(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word));
            }
        }

        _candidates.Narrow();
        _matches.AsSpan(0, Window.Words).CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add<int>(_frequencies, _matches, window, set, scores);

    private void Gather(int document)
    {
        if (_candidates.Count >= Batch)
        {
            _candidates.Narrow();
        }

        if (_lead.Cursor is not { } cursor)
        {
            var count = _denseLead!.Read(document, ref _positions);
            _candidates.Add(document, _space.StartOf(document), _lead.Offset, _positions.AsSpan(0, count));
        }
        else if (cursor.AdvanceTo(document) == document)
        {
            _candidates.Add(document, _space.StartOf(document), _lead.Offset, cursor.Positions);
        }
    }
}
