using System.Globalization;

namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>What two spellings of the same line have in common.</summary>
/// <remarks>
/// Lower case; runs of white space are one space; straight apostrophes; <c>#</c> for a number of any length; nothing before the first
/// letter or digit (but <c>©</c> and <c>@</c>), and, for a whole line, nothing after the last.
/// </remarks>
internal static class LineKey
{
    /// <summary>Longer lines have no key: they are prose.</summary>
    public const int Longest = 400;

    /// <summary>Writes the key of a line.</summary>
    /// <param name="line">Of at most <see cref="Longest"/> units.</param>
    /// <param name="key">As long as the line.</param>
    /// <returns>Its length.</returns>
    public static int Write(ReadOnlySpan<char> line, Span<char> key)
    {
        int length = 0, start = 0;
        while (start < line.Length && !IsFirst(line[start]))
        {
            start++;
        }

        for (int i = start; i < line.Length; i++)
        {
            char unit = line[i];
            if (char.IsDigit(unit))
            {
                // 1,234 and 4.5 are one number.
                while (i + 1 < line.Length && (char.IsDigit(line[i + 1]) || (line[i + 1] is ',' or '.' && i + 2 < line.Length && char.IsDigit(line[i + 2]))))
                {
                    i++;
                }

                key[length++] = '#';
            }
            else if (char.IsWhiteSpace(unit))
            {
                if (length > 0 && key[length - 1] != ' ')
                {
                    key[length++] = ' ';
                }
            }
            else if (unit is '’' or 'ʼ' or '‘')
            {
                key[length++] = '\'';
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.Format)
            {
                key[length++] = char.ToLowerInvariant(unit);
            }
        }

        while (length > 0 && key[length - 1] == ' ')
        {
            length--;
        }

        return length;
    }

    /// <summary>The part of a key that a whole line is compared by.</summary>
    public static ReadOnlySpan<char> Whole(ReadOnlySpan<char> key)
    {
        int length = key.Length;
        while (length > 0 && !IsLast(key[length - 1]))
        {
            length--;
        }

        return key[..length];
    }

    /// <summary>The key of a phrase.</summary>
    public static string Of(string phrase)
    {
        Span<char> key = stackalloc char[Longest];
        return key[..Write(phrase, key)].ToString();
    }

    private static bool IsFirst(char unit) => char.IsLetterOrDigit(unit) || unit is '©' or '@' or '#';

    private static bool IsLast(char unit) => char.IsLetterOrDigit(unit) || unit == '#';
}
