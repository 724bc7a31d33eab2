namespace SearchService.Quotations.Finding.Attribution;

/// <summary>A phrase that may name the speaker of a segment.</summary>
/// <param name="Phrase">The number of the phrase among <see cref="Surroundings.Phrases"/>.</param>
/// <param name="After">The cue after it.</param>
/// <param name="Before">The cue before it.</param>
internal readonly record struct Candidate(int Phrase, CueLink After, CueLink Before);

/// <summary>The candidate that trees hold for the speaker.</summary>
/// <param name="Candidate">It; its phrase is -1 where there is none.</param>
/// <param name="Odds">The logarithm of its odds.</param>
/// <param name="Second">That of the next best.</param>
internal readonly record struct ChosenSpeaker(Candidate Candidate, double Odds, double Second);
