using System.Collections.Immutable;

namespace SearchService.Analysis.Patterns;

/// <summary>A set of code points.</summary>
/// <param name="Ranges">Ascending, apart from each other, both ends included.</param>
public readonly record struct CharacterSet(ImmutableArray<(int First, int Last)> Ranges)
{
    /// <summary>The highest code point there is.</summary>
    public const int LastCodePoint = 0x10FFFF;

    /// <summary>Every code point.</summary>
    public static CharacterSet All { get; } = new([(0, LastCodePoint)]);

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Ranges.IsEmpty;

    /// <summary>The set of all code points in some ranges, in any order.</summary>
    public static CharacterSet Of(IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var (first, last) in ranges.Order())
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new CharacterSet([.. merged]);
    }

    /// <summary>Every code point but these.</summary>
    public CharacterSet Complement()
    {
        var ranges = ImmutableArray.CreateBuilder<(int, int)>(Ranges.Length + 1);
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                ranges.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= LastCodePoint)
        {
            ranges.Add((next, LastCodePoint));
        }

        return new CharacterSet(ranges.DrainToImmutable());
    }
}
