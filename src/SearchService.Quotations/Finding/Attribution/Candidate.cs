namespace SearchService.Quotations.Finding.Attribution;

/// <summary>A phrase that may name the speaker of a segment.</summary>
/// <param name="Phrase">The number of the phrase among <see cref="Surroundings.Phrases"/>.</param>
/// <param name="After">The cue after it.</param>
/// <param name="Before">The cue before it.</param>
internal readonly record struct Candidate(int Phrase, CueLink After, CueLink Before);
