using System.Text;

using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Folding;

/// <summary>The fast path of folding: tokens whose characters each fold by themselves.</summary>
/// <remarks>
/// A table of the letters and digits of Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic that fold to one UTF-16 unit
/// when written and to at most two when folded. It is made by <see cref="TokenFolder"/>, so the two can't differ; a token with
/// any other character, a combining mark before all, goes to that one whole.
/// </remarks>
internal static class LetterFolds
{
    private const int Size = 0x0700;
    private const int ExtraStart = 0x1E00; // Latin Extended Additional: Vietnamese
    private const int ExtraSize = 0x0100;
    private const int MaxUtf8Units = 3;

    private static readonly Fold[] Table = Build();

    /// <summary>Folds a token if every character of it folds by itself.</summary>
    /// <param name="token">UTF-16 text, at least one unit.</param>
    /// <param name="written">Receives the written form.</param>
    /// <param name="folded">Receives the folded form.</param>
    /// <returns>Whether it did; else the buffers' content means nothing.</returns>
    public static bool TryFold(ReadOnlySpan<char> token, ByteBuffer written, ByteBuffer folded)
    {
        Span<byte> writtenRoom = written.Reserve(token.Length * MaxUtf8Units);
        Span<byte> foldedRoom = folded.Reserve(token.Length * 2 * MaxUtf8Units);
        int writtenLength = 0;
        int foldedLength = 0;
        foreach (char unit in token)
        {
            Fold fold = Find(unit);
            if (fold.Written == 0)
            {
                return false;
            }

            writtenLength += Encode(fold.Written, writtenRoom[writtenLength..]);
            foldedLength += Encode(fold.First, foldedRoom[foldedLength..]);
            if (fold.Second != 0)
            {
                foldedLength += Encode(fold.Second, foldedRoom[foldedLength..]);
            }
        }

        written.Length = writtenLength;
        folded.Length = foldedLength;
        return true;
    }

    private static Fold Find(char unit)
    {
        if (unit < Size)
        {
            return Table[unit];
        }

        uint extra = (uint)unit - ExtraStart;
        return extra < ExtraSize ? Table[Size + extra] : unit is '\u2018' or '\u2019' ? Table['\''] : default;
    }

    private static int Encode(char unit, Span<byte> target)
    {
        if (unit < 0x80)
        {
            target[0] = (byte)unit;
            return 1;
        }

        if (unit < 0x800)
        {
            target[1] = (byte)(0x80 | (unit & 0x3F));
            target[0] = (byte)(0xC0 | (unit >> 6));
            return 2;
        }

        target[2] = (byte)(0x80 | (unit & 0x3F));
        target[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        target[0] = (byte)(0xE0 | (unit >> 12));
        return 3;
    }

    private static Fold[] Build()
    {
        var folder = new TokenFolder();
        var written = new ByteBuffer();
        var folded = new ByteBuffer();
        var table = new Fold[Size + ExtraSize];
        Span<char> one = stackalloc char[1];
        Span<char> target = stackalloc char[16];
        for (int i = 0; i < table.Length; i++)
        {
            int point = i < Size ? i : ExtraStart + i - Size;
            bool isMark = CodePoints.CombiningClassOf(point) != 0 || CodePoints.WordClassOf(point).IsIgnored;
            if (isMark || GlyphFolding.IsIgnorable((char)point) || Diacritics.FallsAway(0, point))
            {
                continue;
            }

            one[0] = (char)point;
            folder.Fold(one, written, folded);
            if (Encoding.UTF8.GetChars(written.Bytes, target) != 1)
            {
                continue;
            }

            char writtenUnit = target[0];
            int units = Encoding.UTF8.GetChars(folded.Bytes, target);
            if (units <= 2)
            {
                table[i] = new Fold(writtenUnit, target[0], units == 2 ? target[1] : '\0');
            }
        }

        return table;
    }

    /// <summary>What one character folds to; <paramref name="Written"/> is 0 where the table has no answer.</summary>
    private readonly record struct Fold(char Written, char First, char Second);
}
