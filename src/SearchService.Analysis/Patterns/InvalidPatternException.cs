namespace SearchService.Analysis.Patterns;

/// <summary>A pattern that isn't one, or is beyond a limit of <see cref="AutomatonOptions"/>.</summary>
/// <param name="message">A sentence that says what is wrong, where, and what to do.</param>
public sealed class InvalidPatternException(string message) : Exception(message);
