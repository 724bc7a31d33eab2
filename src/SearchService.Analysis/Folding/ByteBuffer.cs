using System.Text;

namespace SearchService.Analysis.Folding;

/// <summary>A growing UTF-8 string, reused from token to token.</summary>
internal sealed class ByteBuffer
{
    private const int LargestKept = 1 << 16;
    private const int LongestCharacter = 4;

    private byte[] _bytes = new byte[512];

    /// <summary>Gets or sets the length in bytes; at most what was reserved.</summary>
    public int Length { get; set; }

    /// <summary>Gets the bytes; valid until the next change.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Empties the buffer and makes room.</summary>
    /// <param name="capacity">How many bytes will be written at most.</param>
    /// <returns>All of the room.</returns>
    public Span<byte> Reserve(int capacity)
    {
        Length = 0;
        if (capacity > _bytes.Length)
        {
            _bytes = new byte[Math.Max(capacity, _bytes.Length * 2)];
        }

        return _bytes;
    }

    /// <summary>Replaces the content by code points.</summary>
    /// <param name="points">The code points, no surrogates among them.</param>
    public void Encode(ReadOnlySpan<int> points)
    {
        Span<byte> room = Reserve(points.Length * LongestCharacter);
        int length = 0;
        foreach (int point in points)
        {
            length += new Rune(point).EncodeToUtf8(room[length..]);
        }

        Length = length;
    }

    /// <summary>Gives back the room that one monstrous token took.</summary>
    public void Trim()
    {
        if (_bytes.Length > LargestKept)
        {
            _bytes = new byte[512];
            Length = 0;
        }
    }
}
