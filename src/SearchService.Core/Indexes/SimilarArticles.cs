using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Indexes;

/// <summary>Articles that are about the same as another one.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Hits">The most similar first, one a story; neither the article itself nor another version of its story.</param>
public sealed record SimilarArticles(IndexState Index, ImmutableArray<SimilarHit> Hits);

/// <summary>One of them.</summary>
/// <param name="Article">Its metadata, with its text.</param>
/// <param name="Score">How much it has of what tells what the other one is about: above 0, at most 1.</param>
public sealed record SimilarHit(Article Article, double Score);
