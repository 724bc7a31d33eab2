using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>Which page of what was found, in which order.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Skip">Hits left out before the page.</param>
/// <param name="Size">Hits wanted.</param>
/// <param name="After">The hit that the page comes after, or null.</param>
/// <param name="ByStory">Whether a story has one hit, its best article.</param>
internal sealed record PageOrder(SortOrder Sort, int Skip, int Size, HitPosition? After, bool ByStory = false);
