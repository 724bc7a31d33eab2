using System.Buffers.Binary;
using System.Text;

namespace SearchService.Engine.Storage;

/// <summary>Reads numbers and bytes one after another; reading past the end is damage to the file, not a crash.</summary>
internal ref struct ByteReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _path;
    private readonly long _start; // of _bytes, in the file
    private int _position;

    /// <summary>Reads a part of a mapped file.</summary>
    /// <param name="bytes">The part.</param>
    /// <param name="input">The file, for messages.</param>
    /// <param name="start">Where in the file the part begins.</param>
    public ByteReader(ReadOnlySpan<byte> bytes, IndexInput input, long start)
        : this(bytes, input.Path, start)
    {
    }

    /// <summary>Reads bytes that were read from a file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="start">Where in the file they begin.</param>
    public ByteReader(ReadOnlySpan<byte> bytes, string path, long start)
    {
        _bytes = bytes;
        _path = path;
        _start = start;
    }

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => _position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>What is left, without reading it; valid as long as the file is mapped.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_position..];

    /// <summary>Reads one byte.</summary>
    public byte ReadByte()
    {
        if (_position >= _bytes.Length)
        {
            throw Corrupt("one more byte");
        }

        return _bytes[_position++];
    }

    /// <summary>Reads four bytes.</summary>
    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(4));

    /// <summary>Reads eight bytes.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(8));

    /// <summary>Reads a number of up to 64 bits in groups of seven.</summary>
    public ulong ReadVarUInt64()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Corrupt("a number of at most ten bytes");
    }

    /// <summary>Reads a number of up to 32 bits in groups of seven.</summary>
    public uint ReadVarUInt32()
    {
        // The commonest lengths by hand: this is the inner loop of every short list.
        ReadOnlySpan<byte> bytes = _bytes;
        int position = _position;
        if (position + 1 < bytes.Length)
        {
            uint first = bytes[position];
            if (first < 0x80)
            {
                _position = position + 1;
                return first;
            }

            uint second = bytes[position + 1];
            if (second < 0x80)
            {
                _position = position + 2;
                return (first & 0x7F) | (second << 7);
            }
        }

        ulong value = ReadVarUInt64();
        return value <= uint.MaxValue ? (uint)value : throw Corrupt("a number of at most 32 bits");
    }

    /// <summary>Reads a number that must lie within bounds.</summary>
    /// <param name="most">The largest it may be.</param>
    /// <param name="what">What it is, for the message.</param>
    public int ReadCount(int most, string what)
    {
        ulong value = ReadVarUInt64();
        return value <= (ulong)most ? (int)value : throw Corrupt($"{what} of at most {most}, but found {value}");
    }

    /// <summary>Reads bytes as they are; valid as long as the file is mapped.</summary>
    /// <param name="length">How many.</param>
    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        if (length < 0 || length > Remaining)
        {
            throw Corrupt($"{length} more bytes, but {Remaining} are left");
        }

        _position += length;
        return _bytes.Slice(_position - length, length);
    }

    /// <summary>Reads a text written as its length in bytes and its UTF-8.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadBytes(ReadCount(Remaining, "a length")));

    /// <summary>The exception for damage at the present position.</summary>
    /// <param name="expected">What should be there.</param>
    public readonly CorruptIndexException Corrupt(string expected) => new(_path, _start + _position, expected);
}
