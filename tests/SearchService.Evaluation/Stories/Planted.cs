using SearchService.Core.Articles;

namespace SearchService.Evaluation.Stories;

/// <summary>An article of the archive, or a version of one.</summary>
/// <param name="Article">The article.</param>
/// <param name="Original">The id of the article it is a version of, or null.</param>
/// <param name="Kind">How the version was made, or null.</param>
internal sealed record Planted(Article Article, string? Original, string? Kind);
