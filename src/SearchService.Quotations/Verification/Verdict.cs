namespace SearchService.Quotations.Verification;

/// <summary>What an archive says of a text.</summary>
public enum Verdict
{
    /// <summary>An article has it: the same words in the same order.</summary>
    Verbatim,

    /// <summary>No article has it so, but one has words so like it that it is made of them, or they of it.</summary>
    Altered,

    /// <summary>No article has anything like it.</summary>
    Absent,
}
