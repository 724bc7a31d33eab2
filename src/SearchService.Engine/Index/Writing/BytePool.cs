using System.Buffers.Binary;
using System.Runtime.CompilerServices;

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
    private const int BlockBits = 17;
    private const int BlockLengthInBytes = 1 << BlockBits;
    private const int BlockMask = BlockLengthInBytes - 1;
    private const int LinkLengthInBytes = sizeof(int);

    // Half as long again each time: a stream's last slice, a third of it at most, is half empty on average, and the
    // longest slice bounds the waste of the frequent ones. Most terms of a segment have one posting, which the first slice holds.
    private static readonly int[] SliceLengthsInBytes =
        [6, 10, 16, 24, 36, 54, 82, 124, 186, 280, 420, 630, 944, 1416, 2048];

    private byte[][] _blocks = new byte[16][];
    private int _blockCount;
    private int _blocksInUse;
    private int _position = BlockLengthInBytes; // in the last block in use

    /// <summary>Memory the streams take, in bytes.</summary>
    public long SizeInBytes => ((long)(_blocksInUse - 1) << BlockBits) + _position;

    /// <summary>Begins a stream. Where it is written first is the address of its first slice.</summary>
    public ByteStream Begin()
    {
        int length = SliceLengthsInBytes[0];
        return new ByteStream { Write = Allocate(length + LinkLengthInBytes), Left = (ushort)length };
    }

    /// <summary>Appends a number ≥ 0 as one to five bytes, seven bits each, the lowest first (LEB128).</summary>
    /// <exception cref="InvalidOperationException">The pool has reached 2 GiB; flush long before.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNumber(ref ByteStream stream, uint value)
    {
        if (value < 0x80 && stream.Left > 0)
        {
            _blocks[stream.Write >> BlockBits][stream.Write & BlockMask] = (byte)value;
            stream.Write++;
            stream.Left--;
            return;
        }

        WriteBytes(ref stream, value);
    }

    /// <summary>Copies a stream's bytes.</summary>
    /// <param name="head">Address of its first slice.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="bytes">Filled from the beginning; grown as needed.</param>
    /// <returns>How many bytes there are.</returns>
    public int CopyTo(int head, in ByteStream stream, ref byte[] bytes)
    {
        int length = 0;
        int address = head;
        for (int level = 0; ; level++)
        {
            byte[] block = _blocks[address >> BlockBits];
            int start = address & BlockMask;
            int slice = SliceLengthInBytes(level);
            bool isLast = stream.Write >= address && stream.Write <= address + slice;
            int count = isLast ? stream.Write - address : slice;
            if (length + count > bytes.Length)
            {
                Array.Resize(ref bytes, Math.Max(length + count, Math.Max(256, bytes.Length * 2)));
            }

            block.AsSpan(start, count).CopyTo(bytes.AsSpan(length));
            length += count;
            if (isLast)
            {
                return length;
            }

            address = BinaryPrimitives.ReadInt32LittleEndian(block.AsSpan(start + slice));
        }
    }

    /// <summary>Ends every stream and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        _blocksInUse = 0;
        _position = BlockLengthInBytes;
    }

    private static int SliceLengthInBytes(int level) => SliceLengthsInBytes[Math.Min(level, SliceLengthsInBytes.Length - 1)];

    private void WriteBytes(ref ByteStream stream, uint value)
    {
        while (value >= 0x80)
        {
            WriteByte(ref stream, (byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte(ref stream, (byte)value);
    }

    private void WriteByte(ref ByteStream stream, byte value)
    {
        if (stream.Left == 0)
        {
            stream.Level = (byte)Math.Min(stream.Level + 1, SliceLengthsInBytes.Length - 1);
            int length = SliceLengthsInBytes[stream.Level];
            int address = Allocate(length + LinkLengthInBytes);
            byte[] full = _blocks[stream.Write >> BlockBits];
            BinaryPrimitives.WriteInt32LittleEndian(full.AsSpan(stream.Write & BlockMask, LinkLengthInBytes), address);
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

            if (_blocksInUse == _blockCount)
            {
                if (_blockCount == _blocks.Length)
                {
                    Array.Resize(ref _blocks, 2 * _blockCount);
                }

                _blocks[_blockCount++] = GC.AllocateUninitializedArray<byte>(BlockLengthInBytes);
            }

            _blocksInUse++;
            _position = 0;
        }

        int address = ((_blocksInUse - 1) << BlockBits) + _position;
        _position += length;
        return address;
    }
}

/// <summary>Where a stream of a <see cref="BytePool"/> is written next; who begins it keeps the address of its first slice.</summary>
internal struct ByteStream
{
    /// <summary>Address of the next byte to write; the end of the stream.</summary>
    public int Write;

    /// <summary>Bytes left in the last slice.</summary>
    public ushort Left;

    /// <summary>Place of the last slice in the chain, counted as far as lengths grow.</summary>
    public byte Level;
}
