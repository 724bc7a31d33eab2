namespace SearchService.Engine.Storage;

/// <summary>Bytes collected in memory until their length is known; reusable.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, until the next change.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Adds one byte.</summary>
    /// <param name="value">The byte.</param>
    public void WriteByte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    /// <summary>Adds a number in groups of seven bits, the lowest first.</summary>
    /// <param name="value">The number.</param>
    public void WriteVarUInt64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>Adds bytes as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    /// <summary>Adds room to be filled by the caller.</summary>
    /// <param name="length">How many bytes.</param>
    /// <returns>The room, holding anything, until the next change.</returns>
    public Span<byte> Append(int length)
    {
        if (length > _bytes.Length - Length)
        {
            Grow(length);
        }

        Length += length;
        return _bytes.AsSpan(Length - length, length);
    }

    /// <summary>Forgets the bytes, keeps the capacity.</summary>
    public void Clear() => Length = 0;

    private void Grow(int length) => Array.Resize(ref _bytes, Math.Max(checked(Length + length), (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
}
