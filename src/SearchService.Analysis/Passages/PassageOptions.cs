namespace SearchService.Analysis.Passages;

/// <summary>How many passages, and how long.</summary>
public sealed record PassageOptions
{
    /// <summary>What is used where nothing else is said.</summary>
    public static PassageOptions Default { get; } = new();

    /// <summary>Most passages of a text; 1 or more.</summary>
    public int MaxCount { get; init; } = 3;

    /// <summary>Most UTF-16 units of a passage; 1 or more. Exceeded only by a single grapheme that is longer.</summary>
    public int MaxLength { get; init; } = 300;
}
