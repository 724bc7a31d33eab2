using System.Text;

namespace SearchService.Ingestion.Encodings;

/// <summary>Finds letters that were UTF-8 and had been read as Windows-1252 or Windows-1251, and puts them right where that is certain.</summary>
/// <remarks>
/// <c>â€™</c> was <c>’</c>, <c>Ã©</c> was <c>é</c>, <c>РџСЂ</c> was <c>Пр</c>. A run of such letters, written in the encoding they were read in,
/// is valid UTF-8 again: real text hardly ever is. It is certain where all of a text's letters outside ASCII agree, or where the outcome
/// is a mark of punctuation that nothing else gives; otherwise the text is left as it is.
/// </remarks>
internal static class Mojibake
{
    // Twice and thrice read wrongly is common; more isn't.
    private const int MostTimes = 3;

    // Sequences that have to agree before letters of other scripts are believed.
    private const int LeastOfOtherScripts = 3;

    private static readonly byte[] Western = BytesOf(1252);
    private static readonly byte[] Cyrillic = BytesOf(1251);

    /// <summary>Looks a text through.</summary>
    /// <param name="text">Any.</param>
    /// <returns>Null where nothing looks wrong.</returns>
    public static Finding? Examine(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\uFFFF') < 0)
        {
            return null;
        }

        Finding? found = null;
        for (int i = 0; i < MostTimes; i++)
        {
            string now = found?.Text ?? text;
            if ((Examine(now, Western, out bool whole) ?? Examine(now, Cyrillic, out whole)) is not { } next)
            {
                break;
            }

            found = found is { } before ? before with { Text = next.Text, Mended = before.Mended + next.Mended, Left = next.Left } : next;
            // What was read wrongly twice was so as a whole: a letter put right and one that stood beside it make no sequence.
            if (next.Mended == 0 || !whole)
            {
                break;
            }
        }

        return found;
    }

    // Whole: every character outside ASCII was part of a sequence.
    private static Finding? Examine(string text, byte[] table, out bool whole)
    {
        Census census = default;
        whole = true;
        int first = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < '\u0080')
            {
                continue;
            }

            if (TrySequence(text.AsSpan(i), table, out Rune rune, out int length))
            {
                first = first < 0 ? i : first;
                census.Add(rune, length, text[i + 1]);
                i += length - 1;
            }
            else
            {
                whole = false;

                // A letter that stands for itself.
                census.Letters += char.IsLetter(text[i]) ? 1 : 0;
            }
        }

        if (census.Sequences == 0)
        {
            return null;
        }

        bool all = census.IsCertain;
        if (!all && (table == Cyrillic || (census.Marks == 0 && census.Sequences < LeastOfOtherScripts * Math.Max(1, census.Letters))))
        {
            return null;
        }

        StringBuilder mended = new(text.Length);
        int changed = 0, left = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u0080' && TrySequence(text.AsSpan(i), table, out Rune rune, out int length))
            {
                if (all || IsMark(rune, length))
                {
                    changed++;
                    mended.Append(rune.ToString());
                    i += length - 1;
                    continue;
                }

                left++;
            }

            mended.Append(text[i]);
        }

        int start = Math.Max(0, first - 40);
        return new Finding(mended.ToString(), changed, left, text[start..Math.Min(text.Length, first + 60)]);
    }

    // Whether the characters, as bytes, begin with a letter of UTF-8 that is plausible in news.
    private static bool TrySequence(ReadOnlySpan<char> text, byte[] table, out Rune rune, out int length)
    {
        rune = default;
        byte lead = ByteOf(text[0], table);
        length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || text.Length < length)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = lead;
        for (int i = 1; i < length; i++)
        {
            bytes[i] = ByteOf(text[i], table);
            if (bytes[i] is < 0x80 or > 0xBF)
            {
                return false;
            }
        }

        return Rune.DecodeFromUtf8(bytes[..length], out rune, out int consumed) == System.Buffers.OperationStatus.Done && consumed == length && IsPlausible(rune.Value);
    }

    private static bool IsPlausible(int value) => value is (>= 0x80 and <= 0x24F) or 0x2C6 or 0x2DC or (>= 0x300 and <= 0x5FF) or (>= 0x600 and <= 0x6FF)
        or (>= 0xE01 and <= 0xE5B) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x2044) or (>= 0x20A0 and <= 0x20BF) or 0x2116 or 0x2122
        or (>= 0x2190 and <= 0x27BF) or (>= 0x3000 and <= 0x30FF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or 0xFEFF or 0xFFFD
        or (>= 0xFF01 and <= 0xFF5E) or (>= 0x1F300 and <= 0x1FAFF);

    // "â€" and what follows: quotes, dashes, dots, the euro. No text has these three side by side for their own sake.
    private static bool IsMark(Rune rune, int length) => length == 3 && rune.Value is (>= 0x2010 and <= 0x2044) or 0x20AC or 0x2122 or 0xFEFF;

    private static byte ByteOf(char unit, byte[] table) => unit < table.Length ? table[unit] : (byte)0;

    // Bytes outside ASCII by their characters; the bytes that the encoding leaves undefined stand for the controls of the same number.
    private static byte[] BytesOf(int codePage)
    {
        Encoding encoding = EncodingLabels.OfCodePage(codePage);
        byte[] table = new byte[0x2123];
        for (int value = 0x80; value < 0x100; value++)
        {
            char unit = encoding.GetString([(byte)value])[0];
            if (value < 0xA0)
            {
                table[value] = (byte)value;
            }

            if (unit < table.Length && unit >= 0x80)
            {
                table[unit] = (byte)value;
            }
        }

        return table;
    }

    /// <summary>What was found in a text.</summary>
    /// <param name="Text">With what is certain put right.</param>
    /// <param name="Mended">Characters put right.</param>
    /// <param name="Left">Characters that look wrong still.</param>
    /// <param name="Excerpt">The surroundings of the first, as it was.</param>
    public readonly record struct Finding(string Text, int Mended, int Left, string Excerpt);

    private struct Census
    {
        public int Sequences;
        public int Marks;
        public int Letters;
        private int _latin;
        private int _doubtful;

        public void Add(Rune rune, int length, char second)
        {
            Sequences++;
            Marks += IsMark(rune, length) ? 1 : 0;
            bool latin = rune.Value <= 0x17F || IsMark(rune, length);
            _latin += latin ? 1 : 0;

            // A capital at the end of a word and a space that doesn't break: MANHÃ.
            _doubtful += second == '\u00A0' && length == 2 && rune.Value > 0xFF ? 1 : second == '\u00A0' && rune.Value == 0xE0 ? 1 : 0;
        }

        /// <summary>Whether nothing in the text speaks against it.</summary>
        public readonly bool IsCertain => Letters == 0 && Sequences > _doubtful && (_latin > 0 || Sequences >= LeastOfOtherScripts);
    }
}
