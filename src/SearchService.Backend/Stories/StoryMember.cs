namespace SearchService.Backend.Stories;

/// <summary>An article of a story.</summary>
/// <param name="Document">Its number in the index.</param>
/// <param name="Day">Number of the first day of its date, or null.</param>
/// <param name="NamesIt">Whether the story has its id.</param>
/// <param name="Outlet">The outlet that published it, or null.</param>
public readonly record struct StoryMember(int Document, long? Day, bool NamesIt, string? Outlet);
