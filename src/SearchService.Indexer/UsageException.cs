namespace SearchService.Indexer;

/// <summary>What was asked for can't be done as asked; the message says what to do.</summary>
/// <param name="message">For people.</param>
public sealed class UsageException(string message) : Exception(message);
