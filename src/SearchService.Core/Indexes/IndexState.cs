namespace SearchService.Core.Indexes;

/// <summary>The committed state of an index that an answer came from.</summary>
/// <param name="Name">The index folder's name.</param>
/// <param name="Generation">Rises by one with each commit.</param>
/// <param name="Articles">Articles in it.</param>
public sealed record IndexState(string Name, long Generation, long Articles);
