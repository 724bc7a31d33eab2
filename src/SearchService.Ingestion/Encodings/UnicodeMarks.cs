using System.Text;

namespace SearchService.Ingestion.Encodings;

/// <summary>Tells the forms of Unicode by their byte order marks, and UTF-16 without one by its zeros.</summary>
internal static class UnicodeMarks
{
    private const int LeastForZeros = 16;

    /// <summary>Finds the form.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="length">Of the mark.</param>
    /// <returns>Null where nothing tells.</returns>
    public static Encoding? Find(ReadOnlySpan<byte> head, out int length)
    {
        (Encoding? encoding, length) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4),
            [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (ByZeros(head), 0),
        };
        return encoding;
    }

    // Of text with Latin letters, markup or spaces, every second byte is zero, and hardly any other.
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0, pairs = head.Length / 2;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        if (head.Length < LeastForZeros)
        {
            return null;
        }

        return odd * 2 > pairs && even == 0 ? Encoding.Unicode : even * 2 > pairs && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
