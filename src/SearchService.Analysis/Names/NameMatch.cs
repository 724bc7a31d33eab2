namespace SearchService.Analysis.Names;

/// <summary>A name found for another.</summary>
/// <param name="Name">As it was added.</param>
/// <param name="Count">As it was added.</param>
/// <param name="Distance">How far the two are apart; see <see cref="NameSpelling.Distance"/>.</param>
public readonly record struct NameMatch(string Name, long Count, int Distance);
