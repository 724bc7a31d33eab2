namespace SearchService.Quotations.Speakers;

/// <summary>Somebody who was said to speak.</summary>
/// <param name="At">The first token of the phrase that said so.</param>
/// <param name="Person">The number of the person, or -1.</param>
/// <param name="Name">For <see cref="ResolvedSpeaker.Name"/>.</param>
/// <param name="Role">For <see cref="ResolvedSpeaker.Role"/>.</param>
/// <param name="Traits">Of a speaker who isn't a person with a name: what the phrase's head may be.</param>
internal readonly record struct SpokenBefore(int At, int Person, string? Name, string? Role, WordTraits Traits);
