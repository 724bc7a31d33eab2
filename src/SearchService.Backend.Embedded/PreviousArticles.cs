using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Reads the articles of the generation before: id and fingerprint of each.</summary>
internal static class PreviousArticles
{
    /// <summary>Reads an index; one that isn't there, or can't be read, has no articles: a build is what mends it.</summary>
    internal static GenerationChanges Read(IIndexDirectory directory)
    {
        GenerationChanges changes = new();
        try
        {
            if (EngineIndex.Exists(directory))
            {
                using EngineIndex index = EngineIndex.Open(directory, ArticleFields.Schema, analyzer: null);
                using IndexSnapshot snapshot = index.Acquire();
                foreach (SegmentReader segment in snapshot.Segments)
                {
                    Take(segment, changes);
                }
            }
        }
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException or OutOfMemoryException) || exception is CorruptIndexException or IndexFormatException)
        {
            // Columns are read as they are, without their checksums: of a damaged one anything may come.
            changes.ForgetBefore();
        }

        return changes;
    }

    private static void Take(SegmentReader segment, GenerationChanges changes)
    {
        KeywordColumn ids = segment.Keywords(ArticleFields.Id);
        NumberColumn fingerprints = segment.Numbers(ArticleFields.Fingerprint);
        for (int ordinal = 0; ordinal < ids.ValueCount; ordinal++)
        {
            foreach (int document in ids.DocumentsOf(ordinal))
            {
                if (segment.Deleted?[document] != true && fingerprints.TryGet(document, out long fingerprint))
                {
                    changes.AddBefore(ids.Text(ordinal), fingerprint);
                }
            }
        }
    }
}
