namespace SearchService.Analysis.Stemming;

/// <summary>Stems one word in place.</summary>
/// <param name="letters">A lower-case word, and as much room again; overwritten.</param>
/// <param name="length">The word's length.</param>
/// <returns>The stem's length.</returns>
internal delegate int StemLetters(Span<char> letters, int length);
