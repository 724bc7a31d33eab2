using System.Buffers;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Store;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges stored documents: compressed blocks are copied as they are, only those with a deleted document are taken apart.</summary>
internal static class StoreMerger
{
    /// <summary>Adds the documents of all sources to a segment.</summary>
    public static void Merge(MergeSource[] sources, SegmentWriter writer, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (MergeSource source in sources)
        {
            StoredDocuments store = source.Reader.Store;
            for (int block = 0; block < store.BlockCount; block++)
            {
                cancellation.ThrowIfCancellationRequested();
                int first = store.FirstDocuments[block];
                int end = store.FirstDocuments[block + 1];
                if (KeepsAll(source.Documents, first, end))
                {
                    writer.AddStoredBlock(store.BlockBytes(block), end - first);
                    continue;
                }

                for (int document = first; document < end; document++)
                {
                    if (source.Documents.TryGet(document, out _))
                    {
                        buffer.ResetWrittenCount();
                        store.Read(document, buffer);
                        writer.AddStored(buffer.WrittenSpan);
                    }
                }
            }
        }
    }

    private static bool KeepsAll(DocumentMap documents, int first, int end)
    {
        for (int document = first; document < end && !documents.KeepsAll; document++)
        {
            if (!documents.TryGet(document, out _))
            {
                return false;
            }
        }

        return true;
    }
}
