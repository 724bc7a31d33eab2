using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>One article, whole, with what a query matches in it marked.</summary>
/// <param name="Query">How the query was read, for this article.</param>
/// <param name="Marked">The article and its marks.</param>
public sealed record ArticleReading(QueryReading Query, MarkedArticle Marked);
