namespace SearchService.Core.Searching;

/// <summary>What suggestions may be asked for, and how much is tried for them.</summary>
public sealed record SuggestLimits
{
    /// <summary>UTF-16 units of a query that suggestions are made for; of a longer one, none are, and a notice says so.</summary>
    public int MaxLengthInCharacters { get; init; } = 500;

    /// <summary>Suggestions of each kind.</summary>
    public int MaxSize { get; init; } = 50;

    /// <summary>Words of a query that other spellings are looked for; those after are taken as they are.</summary>
    public int MaxMisspelt { get; init; } = 8;

    /// <summary>Spellings tried of each word.</summary>
    public int MaxSpellings { get; init; } = 4;

    /// <summary>Corrected queries tried before none is suggested; each is a search.</summary>
    public int MaxTrials { get; init; } = 12;
}
