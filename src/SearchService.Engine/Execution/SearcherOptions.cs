namespace SearchService.Engine.Execution;

/// <summary>Limits of a <see cref="EngineSearch"/>.</summary>
public sealed record SearcherOptions
{
    /// <summary>The limits used where none are given.</summary>
    public static SearcherOptions Default { get; } = new();

    /// <summary>
    /// How deep queries may be nested. A query is compiled and evaluated recursively, a few hundred bytes of stack a level: 1,024
    /// levels fit the smallest stacks .NET gives threads.
    /// </summary>
    public int MaxDepth { get; init; } = 1024;

    /// <summary>
    /// How many positions may be held at a time for the prefixes and other sets of terms that are near something, 8 bytes each; they
    /// share it, but never get less than a 64th. Less makes such queries slower, not less exact.
    /// </summary>
    public int MaxGatheredPositions { get; init; } = 1 << 20;

    /// <summary>When ranking prunes.</summary>
    internal RankingChoice Ranking { get; init; }

    /// <summary>Counts what ranking passes over, or null.</summary>
    internal RankingTally? Tally { get; init; }
}
