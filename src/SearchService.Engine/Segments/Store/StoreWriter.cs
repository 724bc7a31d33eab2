using System.IO.Compression;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Store;

/// <summary>Writes stored documents, in the order of their ids; see <see cref="StoreFormat"/>.</summary>
internal sealed class StoreWriter(IndexOutput output)
{
    // Quality 1 keeps up with tokenizing; 4 saves another tenth of the space and takes three times as long.
    private const int Quality = 1;
    private const int WindowBits = 16;

    private readonly ByteBuffer _lengths = new();
    private readonly ByteBuffer _documents = new();
    private readonly ByteBuffer _compressed = new();
    private readonly List<long> _starts = [];
    private readonly List<int> _firstDocuments = [];
    private int _firstOfBlock;

    /// <summary>How many documents were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the next document.</summary>
    /// <param name="stored">Its bytes; may be empty.</param>
    /// <exception cref="ArgumentException">There are too many of them.</exception>
    public void Add(ReadOnlySpan<byte> stored)
    {
        if (stored.Length > StoreFormat.MaxDocumentLength)
        {
            throw new ArgumentException($"A stored document has at most {StoreFormat.MaxDocumentLength} bytes; this one has {stored.Length}.", nameof(stored));
        }

        if (_documents.Length > 0 && _documents.Length + stored.Length > StoreFormat.BlockLength)
        {
            WriteBlock();
        }

        _lengths.WriteVarUInt64((uint)stored.Length);
        _documents.WriteBytes(stored);
        Count++;
        if (_documents.Length >= StoreFormat.BlockLength || _lengths.Length >= StoreFormat.BlockLength)
        {
            WriteBlock();
        }
    }

    /// <summary>Adds the documents of a block of another store, without taking it apart.</summary>
    /// <param name="block">The block as it is in its file.</param>
    /// <param name="documents">How many documents it holds.</param>
    public void AddBlock(ReadOnlySpan<byte> block, int documents)
    {
        if (Count > _firstOfBlock)
        {
            WriteBlock();
        }

        _starts.Add(output.Position);
        _firstDocuments.Add(Count);
        output.WriteBytes(block);
        Count += documents;
        _firstOfBlock = Count;
    }

    /// <summary>Writes what is left and the index.</summary>
    /// <returns>Where the index is.</returns>
    public StoreExtent Finish()
    {
        if (Count > _firstOfBlock)
        {
            WriteBlock();
        }

        long end = output.Position;
        output.Align(8);
        var extent = new StoreExtent(output.Position, _starts.Count);
        foreach (long start in _starts)
        {
            output.WriteInt64(start);
        }

        output.WriteInt64(end);
        foreach (int first in _firstDocuments)
        {
            output.WriteUInt32((uint)first);
        }

        output.WriteUInt32((uint)Count);
        return extent;
    }

    private void WriteBlock()
    {
        _starts.Add(output.Position);
        _firstDocuments.Add(_firstOfBlock);
        _lengths.WriteBytes(_documents.Bytes);
        ReadOnlySpan<byte> contents = _lengths.Bytes;
        _compressed.Clear();
        Span<byte> room = _compressed.Append(BrotliEncoder.GetMaxCompressedLength(contents.Length));
        bool smaller = BrotliEncoder.TryCompress(contents, room, out int length, Quality, WindowBits) && length < contents.Length;
        output.WriteByte(smaller ? StoreFormat.Brotli : StoreFormat.Uncompressed);
        output.WriteUInt32((uint)contents.Length);
        output.WriteBytes(smaller ? room[..length] : contents);
        _lengths.Clear();
        _documents.Clear();
        _firstOfBlock = Count;
    }
}
