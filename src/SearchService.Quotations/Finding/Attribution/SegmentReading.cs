namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What was made of a quoted segment.</summary>
/// <param name="Phrase">The phrase that names who speaks, a number of <see cref="Surroundings.Phrases"/>, or -1.</param>
/// <param name="Cue">The token that says that something is said, or -1.</param>
/// <param name="Speech">The logarithm of the odds that it is speech.</param>
/// <param name="Direct">The logarithm of the odds that it is the speaker's own sentence, if it is speech.</param>
/// <param name="GoesOn">Whether it goes on with the utterance of the segment before.</param>
internal readonly record struct SegmentReading(int Phrase, int Cue, double Speech, double Direct, bool GoesOn = false)
{
    // Where what nobody says is kept out at least as often as the other kind of error allows (docs/adr/0022): words inside a reporter's
    // sentence are far more often a term or a title than whole sentences are.
    private const double LeastOfDirect = 0.6;
    private const double LeastOfMixed = 1.2;

    /// <summary>Gets a value indicating whether it is speech.</summary>
    public bool IsSpeech => Speech > (IsDirect ? LeastOfDirect : LeastOfMixed);

    /// <summary>Gets a value indicating whether it is the speaker's own sentence.</summary>
    public bool IsDirect => Direct > 0;
}
