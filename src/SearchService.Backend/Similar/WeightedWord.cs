namespace SearchService.Backend.Similar;

/// <summary>A word that is searched for in a field.</summary>
/// <param name="Field"><see cref="Core.Queries.QueryFields.Body"/>, the text, or <see cref="Core.Queries.QueryFields.Title"/>, the headline.</param>
/// <param name="Term">The word, in its form <see cref="Analysis.TermForm.Word"/>; at least one article has it there.</param>
/// <param name="Weight">What its score is multiplied by.</param>
public readonly record struct WeightedWord(string Field, string Term, double Weight);
