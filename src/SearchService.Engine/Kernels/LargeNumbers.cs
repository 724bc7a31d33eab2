using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Kernels;

/// <summary>Counts how many numbers are too large for a width.</summary>
internal static class LargeNumbers
{
    /// <summary>Counts the numbers of at least 2 to the power of a width.</summary>
    /// <param name="values">Numbers that aren't negative; any number of them.</param>
    /// <param name="width">0 to 31.</param>
    public static int Count(ReadOnlySpan<int> values, int width) =>
        Vector256.IsHardwareAccelerated ? CountVector(values, width) : CountScalar(values, width);

    /// <summary>The scalar twin.</summary>
    internal static int CountScalar(ReadOnlySpan<int> values, int width)
    {
        int most = MostOf(width);
        int count = 0;
        foreach (int value in values)
        {
            count += value > most ? 1 : 0;
        }

        return count;
    }

    /// <summary>The vector twin: a comparison gives −1 for each number that passes, which is subtracted.</summary>
    internal static int CountVector(ReadOnlySpan<int> values, int width)
    {
        ReadOnlySpan<Vector256<int>> rows = MemoryMarshal.Cast<int, Vector256<int>>(values);
        Vector256<int> most = Vector256.Create(MostOf(width));
        Vector256<int> count = Vector256<int>.Zero;
        foreach (Vector256<int> row in rows)
        {
            count -= Vector256.GreaterThan(row, most);
        }

        return Vector256.Sum(count) + CountScalar(values[(rows.Length * Vector256<int>.Count)..], width);
    }

    private static int MostOf(int width) => (int)((1u << width) - 1);
}
