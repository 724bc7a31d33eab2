using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Kernels;

/// <summary>Finds places in ascending numbers.</summary>
public static class BlockSearch
{
    // Up to here, counting with vectors beats halving: no branch depends on the data.
    private const int CountUpTo = 128;

    /// <summary>The index of the first number that isn't below the target, or the length when all are.</summary>
    /// <param name="ascending">Ascending numbers.</param>
    /// <param name="target">The number sought.</param>
    public static int FirstNotBelow(ReadOnlySpan<int> ascending, int target)
    {
        int start = 0;
        while (ascending.Length > CountUpTo)
        {
            int half = ascending.Length / 2;
            if (ascending[half - 1] < target)
            {
                ascending = ascending[half..];
                start += half;
            }
            else
            {
                ascending = ascending[..half];
            }
        }

        return start + (Vector256.IsHardwareAccelerated ? CountBelowVector(ascending, target) : CountBelowScalar(ascending, target));
    }

    /// <summary>The scalar twin of counting the numbers below a target.</summary>
    internal static int CountBelowScalar(ReadOnlySpan<int> values, int target)
    {
        int count = 0;
        foreach (int value in values)
        {
            count += value < target ? 1 : 0;
        }

        return count;
    }

    /// <summary>The vector twin of counting the numbers below a target.</summary>
    internal static int CountBelowVector(ReadOnlySpan<int> values, int target)
    {
        ReadOnlySpan<Vector256<int>> wide = MemoryMarshal.Cast<int, Vector256<int>>(values);
        Vector256<int> limit = Vector256.Create(target);
        int count = 0;
        foreach (Vector256<int> eight in wide)
        {
            int below = BitOperations.PopCount(Vector256.LessThan(eight, limit).ExtractMostSignificantBits());
            count += below;
            if (below < Vector256<int>.Count)
            {
                return count;
            }
        }

        return count + CountBelowScalar(values[(wide.Length * Vector256<int>.Count)..], target);
    }
}
