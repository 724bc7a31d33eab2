using System.Text;
using SearchService.Backend.Stories;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Backend.Embedded;

/// <summary>Reads what there is to say of a hit's story from the columns of a snapshot.</summary>
/// <remarks>Costs a look into each segment's values, and a stored article where another one than the hit is the first.</remarks>
/// <param name="snapshot">The snapshot that was searched.</param>
internal sealed class StoryReader(IndexSnapshot snapshot)
{
    private readonly List<StoryMember> _members = [];

    /// <summary>The story of a hit, or null where no other article tells it.</summary>
    /// <param name="article">The hit.</param>
    /// <param name="document">Its number in the snapshot.</param>
    /// <param name="evenAlone">Whether a story of one article is wanted too.</param>
    internal HitStory? Read(Article article, int document, bool evenAlone) =>
        StoryOfHit.Read(article, document, MembersOf(article.StoryId), evenAlone, first => ArticleCodec.Decode(snapshot.ReadStored(first)));

    private List<StoryMember> MembersOf(string id)
    {
        _members.Clear();
        byte[] value = Encoding.UTF8.GetBytes(id);
        foreach (SegmentReader segment in snapshot.Segments)
        {
            KeywordColumn stories = segment.Keywords(ArticleFields.Story);
            if (!stories.TryFindOrdinal(value, out int ordinal))
            {
                continue;
            }

            KeywordColumn outlets = segment.Keywords(ArticleFields.Source), ids = segment.Keywords(ArticleFields.Id);
            NumberColumn days = segment.Numbers(ArticleFields.DateFrom);
            foreach (int document in stories.DocumentsOf(ordinal))
            {
                if (segment.Deleted?[document] != true)
                {
                    int outlet = outlets.FirstOrdinal(document);
                    _members.Add(new StoryMember(
                        segment.Base + document,
                        days.TryGet(document, out long day) ? day : null,
                        ids.FirstOrdinal(document) is var own && own < ids.ValueCount && ids.Value(own).SequenceEqual(value),
                        outlet < outlets.ValueCount ? outlets.Text(outlet) : null));
                }
            }
        }

        return _members;
    }
}
