namespace SearchService.Engine.Execution;

/// <summary>Where a page ended: the next one begins with the hit that follows in the same order on the same snapshot.</summary>
/// <param name="Document">Snapshot-wide number of the last hit.</param>
/// <param name="Score">Its score, when sorted by relevance: exactly as given.</param>
/// <param name="Value">Its value, when sorted by a number; null when it had none.</param>
public sealed record SearchAfter(int Document, double Score, long? Value)
{
    /// <summary>What continues after a hit.</summary>
    public static SearchAfter Of(Hit hit) => new(hit.Document, hit.Score, hit.Value);
}
