using System.Numerics;
using SearchService.Engine.Kernels;
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
    // Of a set so many times smaller than its window most chunks hold one document.
    private const int SparseSet = 4;

    private const int UsualOccurrences = 128;

    private readonly Scratch _scratch;
    private readonly SegmentReader _segment;
    private readonly int _field;
    private readonly TermMatcher[] _documents;
    private readonly PhraseTerm _lead;
    private readonly PhraseCandidates _candidates;
    private readonly TermScorer? _scorer;
    private readonly int[] _frequencies;
    private readonly ulong[] _matches;
    private int[] _positions;
    private DenseDocumentReader? _sparse;

    /// <summary>Begins before the first document.</summary>
    /// <param name="terms">A term for each place of the phrase.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field they are of.</param>
    /// <param name="scorer">Scores the documents, or null when they aren't ranked.</param>
    /// <param name="scratch">Lends room.</param>
    public ExactPhraseMatcher(PhraseTerm[] terms, SegmentReader segment, int field, TermScorer? scorer, Scratch scratch)
    {
        Array.Sort(terms, static (a, b) => (a.Entry.TotalFrequency, a.Offset).CompareTo((b.Entry.TotalFrequency, b.Offset)));
        _scratch = scratch;
        _segment = segment;
        _field = field;
        _lead = terms[0];
        _scorer = scorer;
        _documents = RarestByDocument(terms, segment, scratch);
        _candidates = new PhraseCandidates(terms.AsSpan(1), segment, field, scratch);
        _frequencies = scratch.Ints((int)Math.Min(Window.Size, Cost));
        _matches = scratch.Words(Window.Words);
        _positions = scratch.Ints(UsualOccurrences);
    }

    /// <inheritdoc/>
    public override long Cost => _lead.Entry.DocumentFrequency;

    /// <inheritdoc/>
    public override bool IsCostly => true;

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

        _candidates.Begin(window, set, _matches, _frequencies);
        if (_lead.Cursor is { } cursor)
        {
            Gather(cursor, window, set);
        }
        else if (BitKernels.PopCount(set) * SparseSet < window.End - window.Start)
        {
            GatherSparse(window, set);
        }
        else
        {
            GatherDense(window, set);
        }

        _candidates.Narrow();
        _matches.AsSpan(0, Window.Words).CopyTo(set);
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) =>
        _scorer?.Add<int>(_frequencies, _matches, window, set, scores);

    // The documents of the two rarest terms that are listed by document; terms come in order of frequency.
    private static TermMatcher[] RarestByDocument(ReadOnlySpan<PhraseTerm> terms, SegmentReader segment, Scratch scratch)
    {
        var first = terms[0];
        if (first.Cursor is null)
        {
            return [];
        }

        foreach (var second in terms[1..])
        {
            if (second.Cursor is not null && second.Entry.Positions != first.Entry.Positions)
            {
                return [Documents(first), Documents(second)];
            }
        }

        return [Documents(first)];

        TermMatcher Documents(PhraseTerm term) => new(segment.Postings(term.Entry, scratch.PostingsReader()), segment.DocumentCount, null, scratch);
    }

    private void Gather(PositionsCursor cursor, Window window, ReadOnlySpan<ulong> set)
    {
        var starts = _segment.Space(_field).Starts;
        if (BitKernels.PopCount(set) * SparseSet > _lead.Entry.DocumentFrequency * (long)(window.End - window.Start) / _segment.DocumentCount)
        {
            for (int count, room = 0; (count = cursor.Read(window.Start, window.End, set, starts, _candidates.Room(room))) > 0 || cursor.Doc < window.End;)
            {
                _candidates.Take(count, _lead.Offset);
                room = count == 0 ? cursor.Frequency : 0;
            }

            return;
        }

        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                if (cursor.AdvanceTo(document) == document)
                {
                    _candidates.Add(cursor.Positions, starts[document] - _lead.Offset);
                }
            }
        }
    }

    // Decodes the chunks that have a document of the set, each once.
    private void GatherDense(Window window, ReadOnlySpan<ulong> set)
    {
        var starts = _segment.Space(_field).Starts;
        var list = _segment.DensePositions(_field, _lead.Entry);
        var next = 0L; // chunk
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                var last = Math.Min(list.ChunkCount, starts[document + 1] >> list.ChunkBits);
                for (next = Math.Max(next, starts[document] >> list.ChunkBits); next <= last; next++)
                {
                    var count = list.CountOf(next);
                    _positions = _positions.Length < count ? _scratch.Ints(count) : _positions;
                    list.List(next, _positions.AsSpan(0, count));
                    _candidates.Add(_positions.AsSpan(0, count), (next << list.ChunkBits) - _lead.Offset);
                }
            }
        }
    }

    // Of few documents in a chunk only their own positions are taken.
    private void GatherSparse(Window window, ReadOnlySpan<ulong> set)
    {
        var starts = _segment.Space(_field).Starts;
        _sparse ??= _segment.DenseDocuments(_field, _lead.Entry);
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                var count = _sparse.Read(document, ref _positions);
                _candidates.Add(_positions.AsSpan(0, count), starts[document] - _lead.Offset);
            }
        }
    }
}
