using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction;

/// <summary>What the text of a page says of its article.</summary>
/// <param name="Title">Or empty.</param>
/// <param name="Authors">Bylines, in order.</param>
/// <param name="Date">As it stands there, or null.</param>
/// <param name="Outlet">Of the registry, or null.</param>
/// <param name="Topics">The section named above the title.</param>
/// <param name="Body">What follows the head.</param>
internal sealed record PageReading(string Title, IReadOnlyList<string> Authors, string? Date, Outlet? Outlet, IReadOnlyList<string> Topics, string Body);
