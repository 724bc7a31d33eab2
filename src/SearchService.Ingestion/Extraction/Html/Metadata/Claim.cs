using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What one place of a page says a value is.</summary>
/// <param name="Value">As it stands there; not empty.</param>
/// <param name="Origin">Which place.</param>
internal readonly record struct Claim(string Value, ValueOrigin Origin);

/// <summary>Whom one place of a page names as authors.</summary>
/// <param name="Names">As they stand there: each a name, or a byline that holds several.</param>
/// <param name="Origin">Which place.</param>
internal readonly record struct AuthorClaim(IReadOnlyList<string> Names, ValueOrigin Origin);
