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
}
