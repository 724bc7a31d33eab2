using System.Buffers;
using System.IO.Compression;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Store;

/// <summary>The stored bytes of a segment's documents.</summary>
/// <remarks>
/// Thread-safe; valid while the snapshot is held. A read decompresses one block, about 35 µs; blocks aren't kept, since
/// the hits of a page rarely share one and a cache would be another thing to bound.
/// </remarks>
public sealed class StoredDocuments
{
    private readonly IndexInput _input;
    private readonly StoreExtent _extent;
    private readonly int _documentCount;

    internal StoredDocuments(IndexInput input, StoreExtent extent, int documentCount)
    {
        _input = input;
        _extent = extent;
        _documentCount = documentCount;
        ReadOnlySpan<int> first = FirstDocuments;
        if (first[^1] != documentCount || first[0] != 0 || Starts[^1] > extent.Index)
        {
            throw input.Corrupt(extent.Index, $"an index of stored documents from 0 to {documentCount}");
        }
    }

    /// <summary>How many blocks there are.</summary>
    internal int BlockCount => _extent.BlockCount;

    /// <summary>The first document of each block, and the count of all.</summary>
    internal ReadOnlySpan<int> FirstDocuments =>
        _input.Slice<int>(_extent.Index + ((_extent.BlockCount + 1L) * sizeof(long)), _extent.BlockCount + 1L);

    /// <summary>A block as it is in the file, header and all, to be copied.</summary>
    /// <param name="block">From 0 to <see cref="BlockCount"/> − 1.</param>
    /// <exception cref="CorruptIndexException">The index of blocks is damaged.</exception>
    internal ReadOnlySpan<byte> BlockBytes(int block) => _input.Slice(Starts[block], Starts[block + 1] - Starts[block]);

    private ReadOnlySpan<long> Starts => _input.Slice<long>(_extent.Index, _extent.BlockCount + 1L);

    /// <summary>Reads a document.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    /// <returns>Its bytes, in an array of their own.</returns>
    /// <exception cref="CorruptIndexException">The store is damaged here.</exception>
    public byte[] Read(int doc)
    {
        byte[] result = [];
        WithDocument(doc, bytes => result = bytes.ToArray());
        return result;
    }

    /// <summary>Reads a document into a buffer.</summary>
    /// <param name="doc">A doc id of the segment.</param>
    /// <param name="destination">Where its bytes go.</param>
    /// <exception cref="CorruptIndexException">The store is damaged here.</exception>
    public void Read(int doc, IBufferWriter<byte> destination) => WithDocument(doc, bytes => destination.Write(bytes));

    private delegate void Receive(ReadOnlySpan<byte> bytes);

    private void WithDocument(int doc, Receive receive)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)doc, (uint)_documentCount, nameof(doc));
        ReadOnlySpan<int> firstDocuments = FirstDocuments;
        int block = BlockSearch.FirstNotBelow(firstDocuments, doc + 1) - 1;
        int count = firstDocuments[block + 1] - firstDocuments[block];
        int within = doc - firstDocuments[block];
        long start = Starts[block];
        ReadOnlySpan<byte> bytes = _input.Slice(start, Starts[block + 1] - start);
        var reader = new ByteReader(bytes, _input, start);
        byte codec = reader.ReadByte();
        uint length = reader.ReadUInt32();
        ReadOnlySpan<byte> contents = reader.ReadBytes(reader.Remaining);
        if (codec == StoreFormat.Uncompressed && length == contents.Length)
        {
            receive(Find(contents, start, within, count));
            return;
        }

        if (codec != StoreFormat.Brotli || length > StoreFormat.MaxContentsLength)
        {
            throw _input.Corrupt(start, $"a block of codec {StoreFormat.Uncompressed} or {StoreFormat.Brotli} of at most {StoreFormat.MaxContentsLength} bytes");
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            if (!BrotliDecoder.TryDecompress(contents, buffer.AsSpan(0, (int)length), out int written) || written != length)
            {
                throw _input.Corrupt(start, $"a Brotli stream of {length} bytes");
            }

            receive(Find(buffer.AsSpan(0, written), start, within, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ReadOnlySpan<byte> Find(ReadOnlySpan<byte> contents, long start, int within, int count)
    {
        var reader = new ByteReader(contents, _input, start);
        long before = 0;
        int length = 0;
        if (within < 0 || within >= count)
        {
            throw reader.Corrupt("a block that holds the document it is listed for");
        }

        for (int i = 0; i < count; i++)
        {
            int next = reader.ReadCount(contents.Length, "a document's length");
            if (i < within)
            {
                before += next;
            }
            else if (i == within)
            {
                length = next;
            }
        }

        _ = reader.ReadBytes((int)Math.Min(before, reader.Remaining + 1L));
        return reader.ReadBytes(length);
    }
}
