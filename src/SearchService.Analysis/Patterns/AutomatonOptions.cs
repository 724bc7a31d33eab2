namespace SearchService.Analysis.Patterns;

/// <summary>Limits of patterns, and of the automata made of them: they are typed by strangers.</summary>
public sealed record AutomatonOptions
{
    /// <summary>The limits used where none are given.</summary>
    public static AutomatonOptions Default { get; } = new();

    /// <summary>UTF-16 units of a pattern or a word.</summary>
    public int MaxPatternLength { get; init; } = 1_000;

    /// <summary>
    /// States of the automaton that may be in many at once. A step costs at most this many, and <c>a{1000}{1000}</c> would have a
    /// million. Two edits of a word of 255 letters take 4,600; of up to 63, none.
    /// </summary>
    public int MaxStates { get; init; } = 10_000;

    /// <summary>How deep the groups of a regular expression may be nested: it is read recursively.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>
    /// Memory for the states of the deterministic automaton, which are made as a walk comes upon them, at least those of one term.
    /// Beyond it they are forgotten and made again, so that no pattern, whatever it explodes to, takes more; only time.
    /// </summary>
    public int CacheLengthInBytes { get; init; } = 4 << 20;
}
