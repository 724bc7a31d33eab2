namespace SearchService.Analysis.Marks;

/// <summary>A part of a combination.</summary>
/// <param name="Part">The part.</param>
/// <param name="Kind">How it counts.</param>
public readonly record struct MarkClause(MarkNode Part, MarkClauseKind Kind);

/// <summary>How a part of a combination counts.</summary>
public enum MarkClauseKind
{
    /// <summary>It has to match, and is marked.</summary>
    Required,

    /// <summary>It may match, and is marked then.</summary>
    Optional,

    /// <summary>It has to match, and isn't marked: it chooses, and says nothing of the text.</summary>
    Choosing,

    /// <summary>It must not match.</summary>
    Excluded,
}
