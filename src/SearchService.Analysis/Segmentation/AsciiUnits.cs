using System.Text;

namespace SearchService.Analysis.Segmentation;

/// <summary>
/// A text's UTF-16 units as one byte each: ASCII in lower case with its glyph variants folded, so that a word of ASCII is
/// its own written form and takes no more folding.
/// </summary>
/// <remarks>
/// One pass at the speed of memory by the vectors of the base library, instead of a decision for each unit of each word.
/// A byte of 0 ends the text for those who look ahead. Reusable; for one thread.
/// </remarks>
internal sealed class AsciiUnits
{
    /// <summary>Stands for a unit above ASCII that it takes the tables to judge.</summary>
    public const byte Other = 0x80;

    /// <summary>How many bytes of no meaning but the first, which is 0, follow the text: two reads of eight bytes may begin at its end.</summary>
    public const int Padding = 2 * sizeof(ulong);

    private const int LargestKept = 1 << 20;

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>Gets the units of the text, and <see cref="Padding"/> after them.</summary>
    public ReadOnlySpan<byte> Padded => _bytes.AsSpan(0, _length + Padding);

    /// <summary>Reads a text.</summary>
    /// <param name="text">UTF-16 text.</param>
    public void Reset(ReadOnlySpan<char> text)
    {
        _length = text.Length;
        int needed = checked(text.Length + Padding);
        if (needed > _bytes.Length || _bytes.Length > LargestKept)
        {
            _bytes = new byte[Math.Max(needed, Math.Min(LargestKept, 2 * _bytes.Length))];
        }

        Span<byte> units = _bytes.AsSpan(0, text.Length);
        for (int at = 0; at < text.Length;)
        {
            Ascii.ToLower(text[at..], units[at..], out int ascii);
            for (at += ascii; at < text.Length && text[at] >= 0x80; at++)
            {
                units[at] = FoldOther(text[at]);
            }
        }

        units.Replace((byte)'`', (byte)'\'');
        _bytes[text.Length] = 0;
    }

    /// <summary>
    /// The typographic apostrophe as the plain one, which it segments like; the quotation marks, dashes and spaces of print,
    /// which always end a word, as a space.
    /// </summary>
    private static byte FoldOther(char unit) => unit switch
    {
        '\u2018' or '\u2019' => (byte)'\'',
        '\u201C' or '\u201D' or '\u2014' or '\u2013' or '\u2026' or '\u00A0' => (byte)' ',
        _ => Other,
    };
}
