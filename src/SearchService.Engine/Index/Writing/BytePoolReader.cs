using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchService.Engine.Index.Writing;

/// <summary>Reads one stream of a <see cref="BytePool"/> from its beginning. A mutable value: pass it by reference.</summary>
internal struct BytePoolReader
{
    private readonly BytePool _pool;
    private readonly int _end; // address
    private byte[] _block;
    private int _blockStart; // address of the block's first byte
    private int _offset; // in the block
    private int _sliceEnd; // in the block: where the link is
    private int _level;

    /// <summary>Opens a stream; nothing may be written to it while it is read.</summary>
    public BytePoolReader(BytePool pool, in ByteStream stream)
    {
        _pool = pool;
        _end = stream.Write;
        _block = [];
        Enter(stream.Head, level: 0);
    }

    /// <summary>Whether every byte has been read.</summary>
    public readonly bool AtEnd => _blockStart + _offset == _end;

    /// <summary>The next number of the stream.</summary>
    public uint ReadNumber()
    {
        uint value = ReadByte();
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            uint next = ReadByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte ReadByte()
    {
        if (_offset == _sliceEnd)
        {
            EnterNext();
        }

        return _block[_offset++];
    }

    private void EnterNext() => Enter(BinaryPrimitives.ReadInt32LittleEndian(_block.AsSpan(_offset)), _level + 1);

    private void Enter(int address, int level)
    {
        _block = _pool.Block(address, out _offset);
        _blockStart = address - _offset;
        _level = level;
        _sliceEnd = _offset + BytePool.SliceLengthInBytes(level);
    }
}
