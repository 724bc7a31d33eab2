namespace SearchService.Quotations.Verification;

/// <summary>What a text to verify may be, and how much is looked at for it.</summary>
public sealed record VerificationLimits
{
    /// <summary>UTF-16 units of a text; a longer one is refused.</summary>
    public int MaxLengthInCharacters { get; init; } = 20_000;

    /// <summary>Words of a text; one of more is refused. Time grows with their number, of the last steps with its square.</summary>
    public int MaxWords { get; init; } = 2_000;

    /// <summary>Places that may be asked for.</summary>
    public int MaxPlaces { get; init; } = 1_000;

    /// <summary>Pieces of a text that dots of omission divide.</summary>
    public int MaxPieces { get; init; } = 16;

    /// <summary>Different words of a text of which it is asked how rare they are: the longest.</summary>
    public int MaxWordsAsked { get; init; } = 40;

    /// <summary>Words, and as many pairs and runs of three, by which passages that are nearly the same are looked for: the rarest.</summary>
    public int MaxClues { get; init; } = 8;

    /// <summary>Articles that are read for passages that are nearly the same: those with most clues.</summary>
    public int MaxArticlesRead { get; init; } = 24;

    /// <summary>Passages that are compared word by word, and headlines that are looked at.</summary>
    public int MaxPassagesCompared { get; init; } = 8;
}
