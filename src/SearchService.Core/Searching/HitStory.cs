using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Searching;

/// <summary>The story that an article tells, over all articles of the index, whatever was searched for.</summary>
/// <param name="Id">What all articles of the story have in <see cref="Article.Story"/>.</param>
/// <param name="Size">Articles of it in the index; 1 for an article that stands alone.</param>
/// <param name="Outlets">Those that carried it, each once, in the order in which they did; articles without one give none.</param>
/// <param name="First">The article with the earliest date; of several, the one the story is named by, else the first in the index. Articles without a date come last.</param>
public sealed record HitStory(string Id, int Size, ImmutableArray<string> Outlets, StoryFirst First)
{
    /// <summary>Articles of it that match the search; null unless hits are stories.</summary>
    public int? Matching { get; init; }
}

/// <summary>The first article of a story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">The outlet that published it.</param>
/// <param name="Date">When.</param>
/// <param name="Url">Where.</param>
public sealed record StoryFirst(string Id, string? Source, ArticleDate? Date, string? Url);
