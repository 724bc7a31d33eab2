using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Kernels;

/// <summary>Adds gaps up to the numbers they lie between; any number of gaps, unlike <see cref="BlockPacking"/>.</summary>
public static class RunningSums
{
    /// <summary>Adds up: each number comes out as the one before plus its gap.</summary>
    /// <param name="before">The number before the first; not negative.</param>
    /// <param name="gaps">Numbers that aren't negative.</param>
    /// <param name="sums">At least as long.</param>
    /// <returns>Whether all sums fit 31 bits; if not, what was written means nothing.</returns>
    public static bool TryAddUp(int before, ReadOnlySpan<int> gaps, Span<int> sums) =>
        Vector128.IsHardwareAccelerated ? AddUpVector(before, gaps, sums) : AddUpScalar(before, gaps, sums);

    /// <summary>The scalar twin.</summary>
    internal static bool AddUpScalar(int before, ReadOnlySpan<int> gaps, Span<int> sums)
    {
        sums = sums[..gaps.Length];
        int all = 0;
        for (int i = 0; i < gaps.Length; i++)
        {
            before = unchecked(before + gaps[i]);
            sums[i] = before;
            all |= before;
        }

        // The first sum that is too large is less than twice the largest number: it shows as a negative one.
        return all >= 0;
    }

    /// <summary>The vector twin: two shifted additions within four lanes, then the carry.</summary>
    internal static bool AddUpVector(int before, ReadOnlySpan<int> gaps, Span<int> sums)
    {
        ReadOnlySpan<Vector128<int>> rows = MemoryMarshal.Cast<int, Vector128<int>>(gaps);
        Span<Vector128<int>> sumRows = MemoryMarshal.Cast<int, Vector128<int>>(sums[..gaps.Length]);
        Vector128<int> carry = Vector128.Create(before);
        Vector128<int> all = Vector128<int>.Zero;
        Vector128<int> one = Vector128.Create(0, -1, -1, -1);
        Vector128<int> two = Vector128.Create(0, 0, -1, -1);
        for (int i = 0; i < rows.Length; i++)
        {
            Vector128<int> sum = rows[i] + (Vector128.Shuffle(rows[i], Vector128.Create(0, 0, 1, 2)) & one);
            sum += Vector128.Shuffle(sum, Vector128.Create(0, 0, 0, 1)) & two;
            sum += carry;
            sumRows[i] = sum;
            all |= sum;
            carry = Vector128.Shuffle(sum, Vector128.Create(3, 3, 3, 3));
        }

        int done = rows.Length * Vector128<int>.Count;
        return Vector128.LessThanAny(all, Vector128<int>.Zero)
            ? false
            : AddUpScalar(carry.ToScalar(), gaps[done..], sums[done..]);
    }
}
