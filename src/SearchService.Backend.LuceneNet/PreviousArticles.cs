using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet;

/// <summary>Reads the articles of the generation before: id and fingerprint of each.</summary>
internal static class PreviousArticles
{
    /// <summary>Reads an index; one that isn't there, or can't be read, has no articles: a build is what mends it.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="changes">Is told the articles.</param>
    /// <returns>The number of the generation; 0 for none.</returns>
    internal static long Read(Directory directory, GenerationChanges changes)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
            {
                return 0;
            }

            using DirectoryReader reader = DirectoryReader.Open(directory);
            foreach (AtomicReaderContext leaf in reader.Leaves)
            {
                Take(leaf.AtomicReader, changes);
            }

            return CommitNotes.Number(reader.IndexCommit.UserData, CommitNotes.Generation);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Files are read as they are, without their checksums: of a damaged one Lucene makes anything.
            changes.ForgetBefore();
            return 0;
        }
    }

    private static void Take(AtomicReader reader, GenerationChanges changes)
    {
        SortedSetDocValues? ids = reader.GetSortedSetDocValues(ArticleFields.Id);
        NumericDocValues? fingerprints = reader.GetNumericDocValues(ArticleFields.Fingerprint);
        BytesRef id = new();
        for (int document = 0; ids is not null && document < reader.MaxDoc; document++)
        {
            ids.SetDocument(document);
            long ordinal = ids.NextOrd();
            if (ordinal != SortedSetDocValues.NO_MORE_ORDS)
            {
                ids.LookupOrd(ordinal, id);
                changes.AddBefore(id.Utf8ToString(), fingerprints!.Get(document));
            }
        }
    }
}
