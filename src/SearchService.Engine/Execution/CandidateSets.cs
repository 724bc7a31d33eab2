using System.Numerics;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>
/// Tells which documents of a union may score more than a threshold by which of the clauses they match: those that match all clauses of a
/// combination whose bounds add up to more.
/// </summary>
/// <remarks>
/// Only the least such combinations are looked at, as any that holds one of them is too much as well. Bounds are added in the order of the
/// clauses like the scores, so they are rounded alike: what a combination adds up to is a bound to the bit.
/// </remarks>
internal sealed class CandidateSets
{
    /// <summary>The most clauses: there may be C(n, n/2) least combinations, and 2ⁿ are looked at.</summary>
    public const int MaxClauses = 8;

    private readonly int _count;
    private readonly double[] _sums;       // of each combination: bit i for clause i
    private readonly int[] _combinations;  // the least above the threshold
    private readonly ulong[] _sets;        // of each clause, the window's
    private int _combinationCount;
    private double _threshold = double.NaN;

    /// <summary>Prepares.</summary>
    /// <param name="clauses">At most <see cref="MaxClauses"/>, in the order of the query.</param>
    /// <param name="scratch">Lends room.</param>
    public CandidateSets(Matcher[] clauses, Scratch scratch)
    {
        _count = clauses.Length;
        _sums = scratch.Doubles(1 << _count);
        _combinations = scratch.Ints(1 << _count);
        _sets = scratch.Words(_count * Window.Words);
        _sums[0] = 0;
        for (var i = 0; i < _count; i++)
        {
            // Those of the clauses before, and this one last.
            for (var before = 0; before < 1 << i; before++)
            {
                _sums[before | (1 << i)] = clauses[i].AddMaxScore(_sums[before]);
            }
        }
    }

    /// <summary>The set of a clause in the present window, to be filled.</summary>
    public Span<ulong> Of(int clause) => _sets.AsSpan(clause * Window.Words, Window.Words);

    /// <summary>Takes out of a set the documents that can't score more than a threshold.</summary>
    /// <param name="threshold">A score, or a negative number when any will do.</param>
    /// <param name="set">Documents of the window.</param>
    public void RuleOut(double threshold, Span<ulong> set)
    {
        if (threshold < 0)
        {
            return;
        }

        if (threshold != _threshold)
        {
            _threshold = threshold;
            Combine();
        }

        Span<ulong> candidates = stackalloc ulong[Window.Words];
        Span<ulong> matches = stackalloc ulong[Window.Words];
        candidates.Clear();
        foreach (var combination in _combinations.AsSpan(0, _combinationCount))
        {
            var clause = BitOperations.TrailingZeroCount(combination);
            Of(clause).CopyTo(matches);
            for (var rest = combination & (combination - 1); rest != 0; rest &= rest - 1)
            {
                BitKernels.And(matches, Of(BitOperations.TrailingZeroCount(rest)));
            }

            BitKernels.Or(candidates, matches);
        }

        BitKernels.And(set[..Window.Words], candidates);
    }

    private void Combine()
    {
        _combinationCount = 0;
        for (var combination = 1; combination < 1 << _count; combination++)
        {
            if (_sums[combination] > _threshold && IsLeast(combination))
            {
                _combinations[_combinationCount++] = combination;
            }
        }
    }

    private bool IsLeast(int combination)
    {
        for (var rest = combination; rest != 0; rest &= rest - 1)
        {
            if (_sums[combination & ~(rest & -rest)] > _threshold)
            {
                return false;
            }
        }

        return true;
    }
}
