namespace SearchService.Ingestion.Encodings;

/// <summary>Says how much bytes look like text in one of the double-byte encodings of East Asia.</summary>
/// <remarks>
/// By the areas of their tables: the characters in daily use stand together (kana, the hangul syllables, level 1 of each set of Han
/// characters), and text in another encoding falls beside them or into no pair at all.
/// </remarks>
internal static class DoubleByteScore
{
    /// <summary>Code pages that are considered.</summary>
    public static (int CodePage, Func<byte, byte, int> Worth)[] CodePages { get; } =
    [
        (932, ShiftJis), (51932, EucJp), (54936, Gb18030), (950, Big5), (949, EucKr),
    ];

    private const int Invalid = -1;
    private const int Kana = 101;
    private const int SingleByte = 102;

    /// <summary>How much the bytes look like text: 1 at the most, below 0 for what is none.</summary>
    /// <param name="worthOf">What a pair is worth in hundredths, or -1 for none.</param>
    /// <param name="isJapanese">Whether text without kana is unlikely.</param>
    /// <param name="bytes">A sample.</param>
    public static double Of(Func<byte, byte, int> worthOf, bool isJapanese, ReadOnlySpan<byte> bytes)
    {
        long characters = 0, worth = 0, invalid = 0, kana = 0;
        int at = 0;
        while (at < bytes.Length)
        {
            int next = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                break;
            }

            at += next;
            characters++;
            int found = worthOf(bytes[at], bytes[at + 1]);
            switch (found)
            {
                case Invalid:
                    invalid++;
                    at++;
                    continue;
                case SingleByte:
                    at++;
                    continue;
                case Kana:
                    kana++;
                    worth += 100;
                    break;
                default:
                    worth += found;
                    break;
            }

            at += 2;
        }

        if (characters == 0)
        {
            return 0;
        }

        double score = (worth / (100.0 * characters)) - (2.0 * invalid / characters);
        return isJapanese && kana * 8 < characters ? score / 2 : score;
    }

    private static int ShiftJis(byte first, byte second) => first switch
    {
        >= 0xA1 and <= 0xDF => SingleByte,
        0x80 or 0xA0 or > 0xFC => Invalid,
        _ when second is < 0x40 or 0x7F or > 0xFC => Invalid,
        0x81 => 60,
        0x82 => second >= 0x9F ? Kana : 60,
        0x83 => second <= 0x96 ? Kana : 10,
        >= 0x88 and <= 0x97 => 75,
        _ => 10,
    };

    private static int EucJp(byte first, byte second) => first switch
    {
        0x8E => 10,
        0x8F => 5,
        < 0xA1 or 0xFF => Invalid,
        _ when second is < 0xA1 or 0xFF => Invalid,
        0xA4 or 0xA5 => Kana,
        0xA1 or 0xA3 => 60,
        >= 0xB0 and <= 0xCF => 75,
        _ => 10,
    };

    private static int Gb18030(byte first, byte second) => first switch
    {
        0x80 or 0xFF => Invalid,
        _ when second is (< 0x40 and not (>= 0x30 and <= 0x39)) or 0x7F or 0xFF => Invalid,
        >= 0xB0 and <= 0xD7 when second >= 0xA1 => 85,
        0xA1 or 0xA3 when second >= 0xA1 => 80,
        >= 0xD8 and <= 0xF7 when second >= 0xA1 => 15,
        _ => 0,
    };

    private static int Big5(byte first, byte second) => first switch
    {
        < 0xA1 or > 0xF9 => Invalid,
        _ when second is < 0x40 or (> 0x7E and < 0xA1) or 0xFF => Invalid,
        >= 0xA4 and <= 0xC6 => 85,
        0xA1 or 0xA2 => 80,
        _ => 15,
    };

    private static int EucKr(byte first, byte second) => first switch
    {
        < 0x81 or 0xFF => Invalid,
        _ when second is < 0x41 or (> 0x5A and < 0x61) or (> 0x7A and < 0x81) or 0xFF => Invalid,
        >= 0xB0 and <= 0xC8 when second >= 0xA1 => 100,
        0xA1 or 0xA3 when second >= 0xA1 => 60,
        _ => 10,
    };
}
