namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>A document and its place in an order.</summary>
/// <param name="Document">Its number in the whole index, which breaks ties.</param>
/// <param name="Key">The greater, the better: a score's bits, or days.</param>
/// <param name="StorySize">Where hits are stories: how many articles of it were found.</param>
internal readonly record struct RankedHit(int Document, long Key, int StorySize)
{
    /// <summary>Gets the order in which the worst comes first.</summary>
    internal static IComparer<RankedHit> WorstFirst { get; } =
        Comparer<RankedHit>.Create(static (one, other) => one == other ? 0 : one.IsBefore(other) ? 1 : -1);

    /// <summary>Gets the score, where that is the order.</summary>
    internal float Score => BitConverter.Int32BitsToSingle((int)Key);

    /// <summary>Whether it is the better of two, or of two alike the first.</summary>
    internal bool IsBefore(RankedHit other) => Key != other.Key ? Key > other.Key : Document < other.Document;
}
