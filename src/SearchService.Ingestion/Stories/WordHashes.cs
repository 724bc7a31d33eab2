using System.Globalization;

namespace SearchService.Ingestion.Stories;

/// <summary>The words of a text as numbers: what is left of it for comparing texts with one another.</summary>
/// <remarks>
/// Words are runs of letters and digits without regard to case; apostrophes and marks that combine are passed over, and in scripts that
/// don't part words each character is one. Coarser than <c>SearchService.Analysis</c>, and several times as fast: both texts are read alike,
/// so nothing but speed depends on where a word ends. Reused from text to text; not thread-safe.
/// </remarks>
internal sealed class WordHashes
{
    private const byte Separator = 0;
    private const byte EndsSentence = 1;
    private const byte BeginsQuotation = 2;
    private const byte EndsQuotation = 3;
    private const byte TurnsQuotation = 4;
    private const byte EndsParagraph = 5;
    private const byte Nothing = 6;

    // Of ASCII: the lower-case letter or digit, or one of those above.
    private static readonly byte[] Ascii = MakeAscii();

    private uint[] _hashes = new uint[1024];
    private ushort[] _packed = new ushort[1024];

    /// <summary>In a packed word: it is a number, or a name, which is what is capitalised though no sentence begins there.</summary>
    public const ushort Name = 1;

    /// <summary>In a packed word: it stands in quotation marks.</summary>
    public const ushort Quoted = 2;

    /// <summary>Bits of a packed word below those of its hash.</summary>
    public const int FlagBits = 2;

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>A hash of each word.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The upper 14 bits of each hash, and in the lowest ones <see cref="Name"/> and <see cref="Quoted"/>.</summary>
    public ReadOnlySpan<ushort> Packed => _packed.AsSpan(0, Count);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Words to stop after.</param>
    public void Read(string text, int most)
    {
        Count = 0;
        bool begins = true, quoted = false;
        int at = 0;
        while (at < text.Length && Count < most)
        {
            char first = text[at];
            byte kind = KindOf(first);
            if (kind <= Nothing)
            {
                begins |= kind is not (Separator or Nothing);
                quoted = kind switch
                {
                    BeginsQuotation => true,
                    EndsQuotation or EndsParagraph => false,
                    TurnsQuotation => !quoted,
                    _ => quoted,
                };
                at++;
                continue;
            }

            uint hash = 0;
            bool isName = !begins && char.IsUpper(first);
            if (StandsAlone(first))
            {
                hash = first;
                at++;
            }
            else
            {
                at = ReadWord(text, at, ref hash, ref isName);
            }

            Add(Mix(hash), (isName ? Name : 0u) | (quoted ? Quoted : 0u));
            begins = false;
        }
    }

    private static int ReadWord(string text, int at, ref uint hash, ref bool isName)
    {
        uint sum = 0;
        bool digits = false;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            byte kind = KindOf(c);
            if (kind < Nothing || StandsAlone(c))
            {
                break;
            }

            if (kind != Nothing)
            {
                digits |= c <= '9';
                sum = (sum + (c < 128 ? kind : char.ToLowerInvariant(c))) * 0x9E3779B1;
            }
        }

        hash = sum;
        isName |= digits;
        return at;
    }

    private void Add(uint hash, uint flags)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _packed, Count * 2);
        }

        _hashes[Count] = hash;
        _packed[Count++] = (ushort)(((hash >> (32 - 16)) & ~(Name | Quoted)) | flags);
    }

    private static byte KindOf(char c) => c < 128 ? Ascii[c] : KindBeyondAscii(c);

    private static byte KindBeyondAscii(char c) => c switch
    {
        '’' => Nothing,
        '“' or '„' or '«' => BeginsQuotation,
        '”' or '»' => EndsQuotation,
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate => byte.MaxValue,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format => Nothing,
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation => EndsSentence,
            _ => Separator,
        },
    };

    // Thai to Myanmar, Khmer, kana and Han: words aren't parted there.
    private static bool StandsAlone(char c) =>
        c >= 0x0E00 && (c < 0x0F00 || c is (>= '\u1000' and < '\u10A0') or (>= '\u1780' and < '\u1800') or (>= '\u3040' and < '\uA000'));

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    private static byte[] MakeAscii()
    {
        byte[] kinds = new byte[128];
        for (int c = 0; c < kinds.Length; c++)
        {
            kinds[c] = char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c)
                : c == '\'' ? Nothing
                : c == '"' ? TurnsQuotation
                : c == '\n' ? EndsParagraph
                : ".!?:;*-".Contains((char)c) ? EndsSentence
                : Separator;
        }

        return kinds;
    }
}
