namespace SearchService.Core.Queries;

/// <summary>How much of a query is read: what keeps a stranger's input from costing more than a reader's.</summary>
/// <remarks>
/// What goes beyond a limit is cut with a notice that names the limit, so a reader still gets an answer; <c>strict</c> refuses it.
/// Parsing takes time and memory linear in <see cref="MaxLengthInCharacters"/> whatever is in the query.
/// </remarks>
public sealed record QueryLimits
{
    /// <summary>The largest <see cref="MaxDepth"/>: trees are walked by recursion, which a thread's stack must hold.</summary>
    public const int HighestDepth = 200;

    /// <summary>The limits used where none are given.</summary>
    public static QueryLimits Default { get; } = new();

    /// <summary>UTF-16 units that are read; the rest is cut at a word's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxLengthInCharacters
    {
        get;
        init => field = AtLeastOne(value, nameof(MaxLengthInCharacters));
    } = 20_000;

    /// <summary>Parentheses inside each other, and <c>NEAR</c> in all; from 1 to <see cref="HighestDepth"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than <see cref="HighestDepth"/>.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, HighestDepth, nameof(MaxDepth));
            field = AtLeastOne(value, nameof(MaxDepth));
        }
    } = 100;

    /// <summary>Words, phrases, patterns, values, ranges and periods in all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxClauses
    {
        get;
        init => field = AtLeastOne(value, nameof(MaxClauses));
    } = 1_024;

    /// <summary>Notices given; the last one says that there were more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxNotices
    {
        get;
        init => field = AtLeastOne(value, nameof(MaxNotices));
    } = 100;

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
