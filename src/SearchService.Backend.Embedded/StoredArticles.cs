using SearchService.Core.Articles;
using SearchService.Engine.Index;
using SearchService.Engine.Segments;

namespace SearchService.Backend.Embedded;

/// <summary>The articles stored in a snapshot.</summary>
internal static class StoredArticles
{
    /// <param name="snapshot">Where it is stored.</param>
    /// <param name="document">Snapshot-wide number.</param>
    internal static Article Read(IndexSnapshot snapshot, long document)
    {
        foreach (SegmentReader segment in snapshot.Segments)
        {
            if (document < segment.DocumentCount)
            {
                return ArticleCodec.Decode(segment.Store.Read((int)document));
            }

            document -= segment.DocumentCount;
        }

        throw new ArgumentOutOfRangeException(nameof(document), document, "The snapshot has no such document.");
    }
}
