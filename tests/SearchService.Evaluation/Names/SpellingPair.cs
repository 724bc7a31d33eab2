namespace SearchService.Evaluation.Names;

/// <summary>Two spellings of one word.</summary>
/// <param name="From">Letters of a script.</param>
/// <param name="To">Latin letters.</param>
/// <param name="Weight">How much is to be learned from it.</param>
internal readonly record struct SpellingPair(string From, string To, double Weight);
