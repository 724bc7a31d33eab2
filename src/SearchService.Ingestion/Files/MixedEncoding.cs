using System.Text;

namespace SearchService.Ingestion.Files;

/// <summary>Reads bytes as UTF-8, and those that aren't as Windows-1252: how old text and spreadsheets come.</summary>
/// <remarks>
/// A byte sequence that is valid UTF-8 is hardly ever meant as anything else, so a file wholly in Windows-1252 comes out right, and so
/// does one pasted together from both. The five bytes that Windows-1252 leaves undefined become U+FFFD.
/// </remarks>
internal static class MixedEncoding
{
    // Bytes 0x80 to 0x9F; the rest of Windows-1252 is Latin-1.
    private const string High = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    /// <summary>Decodes bytes.</summary>
    /// <param name="bytes">In UTF-8, Windows-1252 or both.</param>
    /// <param name="otherBytes">How many bytes weren't UTF-8.</param>
    public static string GetString(ReadOnlySpan<byte> bytes, out int otherBytes)
    {
        otherBytes = 0;
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        StringBuilder text = new(bytes.Length);
        Span<char> units = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
            }
            else
            {
                // One byte at a time: what follows it may begin a valid sequence.
                length = 1;
                otherBytes++;
                text.Append(Windows1252(bytes[0]));
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    /// <summary>A byte as Windows-1252 has it; U+FFFD for one that it leaves undefined.</summary>
    public static char Windows1252(byte value) => value is >= 0x80 and < 0xA0 ? High[value - 0x80] : (char)value;
}
