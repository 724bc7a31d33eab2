using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Merging;

/// <summary>
/// Writes one segment of several: the same documents in the same order, without those that are deleted, and without the
/// terms and values that only those had.
/// </summary>
/// <remarks>
/// Everything streams from mapped files. Memory is taken for what a segment writer holds anyway (the norms and one
/// column), for four bytes a document of segments with deletions, and four a keyword value.
/// </remarks>
internal static class SegmentMerger
{
    /// <summary>Merges segments.</summary>
    /// <param name="directory">Where the new segment goes.</param>
    /// <param name="readers">The segments, of one schema, in the order their documents will have.</param>
    /// <param name="name">A name that was never used in this index.</param>
    /// <param name="id">The new segment's id.</param>
    /// <param name="cancellation">Looked at once a term and once a stored block.</param>
    /// <returns>The new segment, durable but in no manifest yet.</returns>
    /// <exception cref="CorruptIndexException">A segment is damaged: each is checked as a whole first, so that damage doesn't spread.</exception>
    /// <exception cref="IOException">The disk is full or refuses; nothing is left behind.</exception>
    public static SegmentInfo Merge(IIndexDirectory directory, IReadOnlyList<SegmentReader> readers, string name, Guid id, CancellationToken cancellation)
    {
        IndexSchema schema = readers[0].Schema;
        foreach (SegmentReader reader in readers)
        {
            Verify(reader);
        }

        MergeSource[] sources = MergeSource.Number(readers);
        using var writer = new SegmentWriter(directory, schema, name, id);
        StoreMerger.Merge(sources, writer, cancellation);
        for (int field = 0; field < schema.Fields.Length; field++)
        {
            switch (schema[field].Kind)
            {
                case FieldKind.Text:
                    LengthsMerger.Merge(sources, writer, field);
                    foreach (TermForm form in schema[field].Forms)
                    {
                        TermsMerger.Merge(sources, writer, field, form, cancellation);
                    }

                    break;
                case FieldKind.Keyword:
                    writer.WriteKeywords(field, KeywordsMerger.Merge(sources, field, writer.DocumentCount));
                    break;
                default:
                    writer.WriteNumbers(field, NumbersMerger.Merge(sources, field));
                    break;
            }
        }

        return writer.Finish();
    }

    private static void Verify(SegmentReader reader)
    {
        foreach (IndexInput input in reader.Core.Inputs)
        {
            if (input.ComputeChecksum() != input.Checksum)
            {
                throw input.Corrupt(-1, $"the checksum {input.Checksum:x8}");
            }
        }
    }
}
