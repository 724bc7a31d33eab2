using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.Stories;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>Reads what there is to say of a hit's story.</summary>
/// <param name="archive">What was searched.</param>
internal sealed class StoryReader(ArchiveReader archive)
{
    private readonly List<StoryMember> _members = [];

    /// <summary>The story of a hit, or null where no other article tells it.</summary>
    /// <param name="article">The hit.</param>
    /// <param name="document">Its document.</param>
    /// <param name="evenAlone">Whether a story of one article is wanted too.</param>
    internal HitStory? Read(Article article, int document, bool evenAlone)
    {
        LabelColumn stories = archive.Label(ArticleFields.Story), ids = archive.Label(ArticleFields.Id), outlets = archive.Label(ArticleFields.Source);
        int story = stories.Of(document)[0];
        _members.Clear();
        foreach (int member in archive.ArticlesOfStory(story))
        {
            int day = archive.Dates.DayOf(member);
            _members.Add(new StoryMember(member, day == DateColumn.None ? null : day, ids.First(member) == stories.Values[story], outlets.First(member)));
        }

        return StoryOfHit.Read(article, document, _members, evenAlone, archive.ReadArticle);
    }
}
