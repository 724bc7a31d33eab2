namespace SearchService.Quotations.Verification.Differences;

/// <summary>What became of words of a text in another that was made of it.</summary>
public enum DifferenceKind
{
    /// <summary>They stand in both, as written but for case and the shapes of punctuation.</summary>
    Kept,

    /// <summary>The archive has them, the text given doesn't.</summary>
    Dropped,

    /// <summary>The text given has them, the archive doesn't.</summary>
    Inserted,

    /// <summary>Other words stand in their place.</summary>
    Replaced,

    /// <summary>The same words in another inflection stand in their place.</summary>
    Inflected,

    /// <summary>
    /// They stand elsewhere: one part says where in the archive's text, without a place in the text given, another one where in the text given.
    /// </summary>
    Moved,
}
