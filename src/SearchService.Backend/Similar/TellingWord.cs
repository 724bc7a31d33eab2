namespace SearchService.Backend.Similar;

/// <summary>A word that tells what an article is about.</summary>
/// <param name="Term">As text and headline have it, in its form <see cref="Analysis.TermForm.Word"/>.</param>
/// <param name="Weight">How much it counts in the article: more the oftener it is there, but ever less.</param>
internal readonly record struct TellingWord(string Term, double Weight);
