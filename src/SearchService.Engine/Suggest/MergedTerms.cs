using System.Collections.Immutable;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Suggest;

/// <summary>Walks through the terms of some sets over all segments in ascending order, each term once.</summary>
/// <remarks>One walk for each segment and set, those of a segment side by side; the least of their terms is the next.</remarks>
internal sealed class MergedTerms
{
    private readonly TermSetWalk[] _walks;
    private readonly bool[] _hasTerm;
    private readonly int[] _standing; // walks that stand at the present term, ascending
    private readonly int _setCount;
    private int _standingCount;

    /// <summary>Stands before the first term.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="sets">The sets, each of one form.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public MergedTerms(IndexSnapshot snapshot, ImmutableArray<TermSetQuery> sets, CancellationToken cancellation)
    {
        _setCount = sets.Length;
        _walks = [.. snapshot.Segments.SelectMany(segment => sets.Select(set => new TermSetWalk(set, segment, cancellation)))];
        _hasTerm = Array.ConvertAll(_walks, walk => walk.MoveNext());
        _standing = new int[_walks.Length];
    }

    /// <summary>The present term; valid until the next.</summary>
    public ReadOnlySpan<byte> Term => _walks[_standing[0]].Term;

    /// <summary>Numbers of the dictionaries that have the present term, ascending; for <see cref="SegmentOf"/> and <see cref="Entry"/>.</summary>
    public ReadOnlySpan<int> Dictionaries => _standing.AsSpan(0, _standingCount);

    /// <summary>The place in the snapshot of a dictionary's segment.</summary>
    public int SegmentOf(int dictionary) => dictionary / _setCount;

    /// <summary>Documents that have the present term, added up over the dictionaries: at least as many as there are.</summary>
    public long SumOfFrequencies
    {
        get
        {
            long sum = 0;
            foreach (var walk in Dictionaries)
            {
                sum += _walks[walk].DocumentFrequency;
            }

            return sum;
        }
    }

    /// <summary>What a dictionary says of the present term.</summary>
    public TermEntry Entry(int dictionary) => _walks[dictionary].Entry;

    /// <summary>Goes on to the next term.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public bool MoveNext()
    {
        foreach (var walk in Dictionaries)
        {
            _hasTerm[walk] = _walks[walk].MoveNext();
        }

        _standingCount = 0;
        for (var walk = 0; walk < _walks.Length; walk++)
        {
            if (!_hasTerm[walk])
            {
                continue;
            }

            var order = _standingCount == 0 ? -1 : _walks[walk].Term.SequenceCompareTo(Term);
            if (order <= 0)
            {
                _standingCount = order < 0 ? 0 : _standingCount;
                _standing[_standingCount++] = walk;
            }
        }

        return _standingCount > 0;
    }
}
