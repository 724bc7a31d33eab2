using System.Buffers.Binary;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Many byte streams that grow side by side in a few large blocks, each a chain of slices. A stream of a rare term costs
/// a dozen bytes, one of a frequent term a few large slices.
/// </summary>
/// <remarks>
/// <para>
/// Lucene's <c>ByteBlockPool</c> and tantivy's <c>ExpUnrolledLinkedList</c>. Each slice is followed by the address of the
/// next one; its length follows from its place in the chain. Unlike Lucene's, the room left is kept in the stream's
/// head and not found by a marker byte, so blocks needn't be zeroed before they are used again and the common write is
/// one comparison.
/// </para>
/// <para>Not thread-safe.</para>
/// </remarks>
internal sealed class BytePool
{
    /// <summary>The most bytes one number takes.</summary>
    public const int MaxNumberLengthInBytes = 5;

    private const int BlockBits = 17;
    private const int BlockLengthInBytes = 1 << BlockBits;
    private const int BlockMask = BlockLengthInBytes - 1;
    private const int LinkLengthInBytes = sizeof(int);

    // Half as long again each time: a stream's last slice, a third of it at most, is half empty on average, and the
    // longest slice bounds the waste of the frequent ones. Most terms of a segment have one posting, which the first slice holds.
    private static readonly int[] SliceLengthsInBytes =
        [6, 10, 16, 24, 36, 54, 82, 124, 186, 280, 420, 630, 944, 1416, 2048];

    private readonly List<byte[]> _blocks = [];
    private int _blocksInUse;
    private int _position = BlockLengthInBytes; // in the last block in use

    /// <summary>Memory the streams take, in bytes.</summary>
    public long SizeInBytes => ((long)(_blocksInUse - 1) << BlockBits) + _position;

    /// <summary>The length of a chain's slice by its place in the chain, from 0, without its link.</summary>
    public static int SliceLengthInBytes(int level) => SliceLengthsInBytes[Math.Min(level, SliceLengthsInBytes.Length - 1)];

    /// <summary>Begins a stream.</summary>
    public ByteStream Begin()
    {
        int length = SliceLengthsInBytes[0];
        int address = Allocate(length + LinkLengthInBytes);
        return new ByteStream { Head = address, Write = address, Left = (ushort)length };
    }

    /// <summary>Appends a number ≥ 0 as one to five bytes, seven bits each, the lowest first (LEB128).</summary>
    /// <exception cref="InvalidOperationException">The pool has reached 2 GiB; flush long before.</exception>
    public void WriteNumber(ref ByteStream stream, uint value)
    {
        if (stream.Left >= MaxNumberLengthInBytes)
        {
            byte[] block = _blocks[stream.Write >> BlockBits];
            int start = stream.Write & BlockMask;
            int at = start;
            while (value >= 0x80)
            {
                block[at++] = (byte)(value | 0x80);
                value >>= 7;
            }

            block[at++] = (byte)value;
            stream.Write += at - start;
            stream.Left -= (ushort)(at - start);
            return;
        }

        while (value >= 0x80)
        {
            WriteByte(ref stream, (byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte(ref stream, (byte)value);
    }

    /// <summary>The block an address lies in, and its offset there.</summary>
    internal byte[] Block(int address, out int offset)
    {
        offset = address & BlockMask;
        return _blocks[address >> BlockBits];
    }

    /// <summary>Ends every stream and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        _blocksInUse = 0;
        _position = BlockLengthInBytes;
    }

    private void WriteByte(ref ByteStream stream, byte value)
    {
        if (stream.Left == 0)
        {
            stream.Level = (byte)Math.Min(stream.Level + 1, SliceLengthsInBytes.Length - 1);
            int length = SliceLengthsInBytes[stream.Level];
            int address = Allocate(length + LinkLengthInBytes);
            byte[] full = Block(stream.Write, out int link);
            BinaryPrimitives.WriteInt32LittleEndian(full.AsSpan(link, LinkLengthInBytes), address);
            stream.Write = address;
            stream.Left = (ushort)length;
        }

        _blocks[stream.Write >> BlockBits][stream.Write & BlockMask] = value;
        stream.Write++;
        stream.Left--;
    }

    private int Allocate(int length)
    {
        if (_position + length > BlockLengthInBytes)
        {
            if (_blocksInUse == 1 << (31 - BlockBits))
            {
                throw new InvalidOperationException("The postings of one segment builder take 2 GiB; its buffer must be flushed before.");
            }

            if (_blocksInUse == _blocks.Count)
            {
                _blocks.Add(GC.AllocateUninitializedArray<byte>(BlockLengthInBytes));
            }

            _blocksInUse++;
            _position = 0;
        }

        int address = ((_blocksInUse - 1) << BlockBits) + _position;
        _position += length;
        return address;
    }
}

/// <summary>Where a stream of a <see cref="BytePool"/> begins and where it is written next.</summary>
internal struct ByteStream
{
    /// <summary>Address of the first slice.</summary>
    public int Head;

    /// <summary>Address of the next byte to write; the end of the stream.</summary>
    public int Write;

    /// <summary>Bytes left in the last slice.</summary>
    public ushort Left;

    /// <summary>Place of the last slice in the chain, counted as far as lengths grow.</summary>
    public byte Level;
}
