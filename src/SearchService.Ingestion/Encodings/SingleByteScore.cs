using System.Globalization;

namespace SearchService.Ingestion.Encodings;

/// <summary>Says how much bytes look like text in a single-byte encoding.</summary>
/// <remarks>
/// Three things tell: the letters are those of one language, its frequent ones most of the time; words are of one script, and small
/// letters aren't followed by capitals; nothing but letters stands inside a word. Text read in a wrong encoding breaks them at every word.
/// </remarks>
internal sealed class SingleByteScore
{
    // A letter that the language doesn't have: a name from abroad now and then, a wrong encoding at every word.
    private const sbyte Stranger = -60;

    private readonly char[] _characters = new char[128];
    private readonly Kind[] _kinds = new Kind[128];

    // For each language and byte: what finding it there is worth, in hundredths.
    private readonly sbyte[][] _worth;

    public SingleByteScore(int codePage, string[] languages)
    {
        CodePage = codePage;
        System.Text.Encoding encoding = EncodingLabels.OfCodePage(codePage);
        for (int i = 0; i < 128; i++)
        {
            _characters[i] = encoding.GetString([(byte)(0x80 + i)])[0];
            _kinds[i] = KindOf(_characters[i]);
        }

        _worth = [.. languages.Select(Worth)];
    }

    private enum Kind : byte
    {
        Undefined,
        Symbol,
        WordSymbol,
        Latin,
        LatinCapital,
        Other,
        OtherCapital,
    }

    /// <summary>Of which it tells.</summary>
    public int CodePage { get; }

    /// <summary>How much the bytes look like text: 1 at the most, below 0 for what is none.</summary>
    public double Of(ReadOnlySpan<byte> bytes)
    {
        long bad = 0, letters = 0, high = 0;
        Span<long> worth = stackalloc long[_worth.Length];
        worth.Clear();
        Kind before = Kind.Symbol;
        int accentsInARow = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte value = bytes[i];
            if (value < 0x80)
            {
                before = char.IsAsciiLetterLower((char)value) ? Kind.Latin : char.IsAsciiLetterUpper((char)value) ? Kind.LatinCapital : Kind.Symbol;
                accentsInARow = 0;
                if (before == Kind.Symbol)
                {
                    int skip = bytes[i..].IndexOfAnyExceptInRange((byte)0, (byte)0x40);
                    i += Math.Max(0, skip - 1);
                }

                continue;
            }

            high++;
            Kind kind = _kinds[value - 0x80];
            if (kind >= Kind.Latin)
            {
                letters++;
                accentsInARow++;
                bool latin = kind <= Kind.LatinCapital;
                bool capital = kind is Kind.LatinCapital or Kind.OtherCapital;
                bool afterLetter = before >= Kind.Latin;
                bad += afterLetter && latin != before <= Kind.LatinCapital ? 1 : 0;
                bad += capital && before is Kind.Latin or Kind.Other && capital && HasCase(kind, before) ? 1 : 0;
                bad += latin && accentsInARow > 2 ? 1 : 0;
                for (int language = 0; language < _worth.Length; language++)
                {
                    worth[language] += _worth[language][value - 0x80];
                }
            }
            else
            {
                bool inside = before >= Kind.Latin && i + 1 < bytes.Length && IsLetter(bytes[i + 1]);
                bad += kind == Kind.Undefined ? 3 : inside && kind == Kind.Symbol ? 1 : 0;
                accentsInARow = 0;
            }

            before = kind;
        }

        long best = long.MinValue;
        foreach (long sum in worth)
        {
            best = Math.Max(best, sum);
        }

        return high == 0 ? 0 : ((letters == 0 ? 0.5 : best / (100.0 * letters)) * (letters + 1) / (high + 1)) - (2.0 * bad / high);
    }

    private static bool HasCase(Kind kind, Kind before) => kind == Kind.LatinCapital ? before == Kind.Latin : before == Kind.Other;

    private static Kind KindOf(char character)
    {
        UnicodeCategory category = char.GetUnicodeCategory(character);
        return category switch
        {
            UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => Kind.Undefined,
            _ when character is '\uFFFD' => Kind.Undefined,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherLetter when character >= '\u0370' => Kind.Other,
            UnicodeCategory.UppercaseLetter => character < '\u0370' ? Kind.LatinCapital : Kind.OtherCapital,
            UnicodeCategory.LowercaseLetter => character < '\u0370' ? Kind.Latin : Kind.Other,

            // An apostrophe, a soft hyphen and the dot of Catalan stand in words; so do the space and the dash that no space parts.
            _ => character is '’' or '‘' or '\u00AD' or '·' or '\u00A0' or '–' or '—' or '…' ? Kind.WordSymbol : Kind.Symbol,
        };
    }

    private bool IsLetter(byte value) => value < 0x80 ? char.IsAsciiLetter((char)value) : _kinds[value - 0x80] >= Kind.Latin;

    private sbyte[] Worth(string language)
    {
        sbyte[] worth = new sbyte[128];
        for (int i = 0; i < 128; i++)
        {
            int rank = language.IndexOf(char.ToLowerInvariant(_characters[i]), StringComparison.Ordinal);
            worth[i] = rank < 0 ? Stranger : (3 * rank / language.Length) switch { 0 => (sbyte)100, 1 => (sbyte)55, _ => (sbyte)20 };
        }

        return worth;
    }
}
