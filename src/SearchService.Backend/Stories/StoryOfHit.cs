using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Stories;

/// <summary>What there is to say of the story that a hit tells.</summary>
public static class StoryOfHit
{
    /// <summary>The story of a hit, or null where no other article tells it.</summary>
    /// <param name="article">The hit.</param>
    /// <param name="document">Its number in the index.</param>
    /// <param name="members">All articles of the story; sorted when this returns.</param>
    /// <param name="evenAlone">Whether a story of one article is wanted too.</param>
    /// <param name="read">Reads an article by its number: the first one, when that isn't the hit.</param>
    public static HitStory? Read(Article article, int document, List<StoryMember> members, bool evenAlone, Func<int, Article> read)
    {
        if (members.Count <= 1)
        {
            return !evenAlone ? null : new HitStory(article.StoryId, 1, article.Source is { } source ? [source] : [], FirstOf(article));
        }

        members.Sort(static (left, right) => (left.Day is null, left.Day, !left.NamesIt, left.Document).CompareTo((right.Day is null, right.Day, !right.NamesIt, right.Document)));
        Article first = members[0].Document == document ? article : read(members[0].Document);
        ImmutableArray<string> outlets = [.. members.Select(static member => member.Outlet).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new HitStory(article.StoryId, members.Count, outlets, FirstOf(first));
    }

    private static StoryFirst FirstOf(Article article) => new(article.Id, article.Source, article.Date, article.Url);
}
