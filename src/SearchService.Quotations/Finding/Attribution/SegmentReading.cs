namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What was made of a quoted segment.</summary>
/// <param name="Phrase">The phrase that names who speaks, a number of <see cref="Surroundings.Phrases"/>, or -1.</param>
/// <param name="Cue">The token that says that something is said, or -1.</param>
/// <param name="Speech">The logarithm of the odds that it is speech.</param>
/// <param name="Direct">The logarithm of the odds that it is the speaker's own sentence, if it is speech.</param>
/// <param name="GoesOn">Whether it goes on with the utterance of the segment before.</param>
internal readonly record struct SegmentReading(int Phrase, int Cue, double Speech, double Direct, bool GoesOn = false)
{
    /// <summary>Gets a value indicating whether it is speech.</summary>
    public bool IsSpeech => Speech > 0;

    /// <summary>Gets a value indicating whether it is the speaker's own sentence.</summary>
    public bool IsDirect => Direct > 0;
}
