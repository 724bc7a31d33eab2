using System.Runtime.InteropServices;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Deletes;

/// <summary>
/// The deleted documents of a segment as of one generation, in <c>.deletes</c>: a new file whenever they change, never
/// the old one changed.
/// </summary>
/// <remarks>
/// <code>
/// ┌───────────┬─────────┬───────────────────────┐
/// │ documents │ deleted │ a bit per document    │
/// │ u32       │ u32     │ u64 × ⌈documents / 64⌉│
/// └───────────┴─────────┴───────────────────────┘
/// </code>
/// </remarks>
internal static class DeletesFile
{
    /// <summary>Writes a set of deleted documents.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="segment">The segment's name.</param>
    /// <param name="id">The segment's id.</param>
    /// <param name="generation">The generation from which on they are deleted.</param>
    /// <param name="deleted">A bit set for each deleted document.</param>
    public static WrittenFileInfo Write(IIndexDirectory directory, string segment, Guid id, long generation, BitSet deleted)
    {
        using var output = new IndexOutput(directory, SegmentFiles.DeletesOf(segment, generation), IndexFileKind.Deletes, id);
        output.WriteUInt32((uint)deleted.Length);
        output.WriteUInt32((uint)deleted.Count());
        output.WriteBytes(deleted.AsBytes());
        return output.Finish();
    }

    /// <summary>Reads a set of deleted documents into memory.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="file">The file.</param>
    /// <param name="id">The segment's id.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    /// <exception cref="CorruptIndexException">The file is damaged.</exception>
    public static BitSet Read(IIndexDirectory directory, WrittenFileInfo file, Guid id, int documentCount)
    {
        using IndexInput input = IndexInput.Open(directory, file, IndexFileKind.Deletes, id);
        if (input.ComputeChecksum() != input.Checksum)
        {
            throw input.Corrupt(-1, $"the checksum {input.Checksum:x8}");
        }

        ByteReader reader = input.Reader(IndexFileFormat.HeaderLength, input.End - IndexFileFormat.HeaderLength);
        uint length = reader.ReadUInt32();
        uint count = reader.ReadUInt32();
        if (length != documentCount || reader.Remaining != BitSet.WordsFor(documentCount) * sizeof(ulong))
        {
            throw reader.Corrupt($"bits for {documentCount} documents, but found {length} in {reader.Remaining} bytes");
        }

        var deleted = new BitSet(documentCount);
        MemoryMarshal.Cast<byte, ulong>(reader.ReadBytes(reader.Remaining)).CopyTo(deleted.Words);
        bool pastEnd = (documentCount & 63) != 0 && deleted.Words[^1] >> (documentCount & 63) != 0;
        return !pastEnd && deleted.Count() == count ? deleted : throw reader.Corrupt($"{count} bits set, none past document {documentCount}");
    }
}
