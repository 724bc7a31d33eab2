using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges the lengths of a text field.</summary>
internal static class LengthsMerger
{
    /// <summary>Writes the lengths of the documents that stay.</summary>
    public static void Merge(MergeSource[] sources, SegmentWriter writer, int field)
    {
        int[] lengths = new int[writer.DocumentCount];
        foreach (MergeSource source in sources)
        {
            PositionSpace space = source.Reader.Space(field);
            for (int document = 0; document < source.Reader.DocumentCount; document++)
            {
                if (source.Documents.TryGet(document, out int id))
                {
                    lengths[id] = space.LengthOf(document);
                }
            }
        }

        writer.WriteLengths(field, lengths);
    }
}
