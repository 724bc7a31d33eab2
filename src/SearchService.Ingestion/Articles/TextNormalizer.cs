using System.Buffers;

namespace SearchService.Ingestion.Articles;

/// <summary>Makes values and texts of what files hold, changing no word of them.</summary>
/// <remarks>
/// <para>
/// Removed are control characters, NUL, byte order marks and halves of surrogate pairs (these become U+FFFD); nothing is composed,
/// folded or decoded. Line ends of all kinds are one.
/// </para>
/// <para>
/// Paragraphs of a text are joined by one empty line. An empty line parts paragraphs, and so does a single line end, unless the text is
/// <em>hard-wrapped</em>: no line of it is longer than 120 units, at least three lines end inside a paragraph, and nine in ten of those
/// are as full as they can be (the first word of the next line would not have fitted). Then single line ends become spaces.
/// </para>
/// </remarks>
internal static class TextNormalizer
{
    private const int LongestWrappedLine = 120;
    private const int FewestWrappedLines = 3;
    private const int ShortestWrappedLine = 40;

    // Whatever makes a text worth a second look, beside line feeds. Surrogates are looked at apart.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(Controls());

    /// <summary>A value of one line: runs of white space become one space, the ends are trimmed.</summary>
    public static string Line(string value)
    {
        ReadOnlySpan<char> trimmed = value.AsSpan().Trim();
        if (trimmed.IndexOfAny(Unwanted) < 0 && !trimmed.Contains('\n') && trimmed.IndexOf("  ", StringComparison.Ordinal) < 0 && !HasHalfPair(trimmed))
        {
            return trimmed.Length == value.Length ? value : trimmed.ToString();
        }

        char[] rented = ArrayPool<char>.Shared.Rent(trimmed.Length);
        int length = 0;
        for (int i = 0; i < trimmed.Length; i++)
        {
            char unit = Kept(trimmed, i);
            if (char.IsWhiteSpace(unit))
            {
                unit = ' ';
            }

            if (unit != '\0' && !(unit == ' ' && (length == 0 || rented[length - 1] == ' ')))
            {
                rented[length++] = unit;
            }
        }

        string line = new(rented.AsSpan(0, length).TrimEnd());
        ArrayPool<char>.Shared.Return(rented);
        return line;
    }

    /// <summary>A text: see the remarks of the class.</summary>
    /// <returns>The same string where nothing has to change.</returns>
    public static string Paragraphs(string text)
    {
        if (IsNormal(text))
        {
            return text;
        }

        List<Range> lines = Lines(text, out bool hasUnwanted);
        bool wrapped = IsHardWrapped(text, lines);

        // Each line end of one unit may become two.
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length + lines.Count);
        int length = 0;
        bool blankBefore = false;
        foreach (Range range in lines)
        {
            ReadOnlySpan<char> line = text.AsSpan(range);
            if (line.IsEmpty)
            {
                blankBefore = true;
                continue;
            }

            if (length > 0)
            {
                if (wrapped && !blankBefore)
                {
                    rented[length++] = ' ';
                }
                else
                {
                    rented[length++] = '\n';
                    rented[length++] = '\n';
                }
            }

            blankBefore = false;
            length += Copy(line, rented.AsSpan(length), hasUnwanted);
        }

        string result = new(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    /// <summary>The lines of a text, trimmed; any line end that Unicode knows parts them.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hasUnwanted">Whether some line holds a character that is removed.</param>
    public static List<Range> Lines(string text, out bool hasUnwanted)
    {
        hasUnwanted = text.AsSpan().ContainsAny(Unwanted) || HasHalfPair(text);
        List<Range> lines = [];
        ReadOnlySpan<char> rest = text;
        int start = 0;
        while (true)
        {
            // \r\n gives an empty line between its two; that is no blank line of the text.
            int found = rest[start..].IndexOfAny(LineEnds);
            int end = found < 0 ? rest.Length : start + found;
            lines.Add(Trimmed(text, start, end));
            if (found < 0)
            {
                return lines;
            }

            start = end + 1;
            if (rest[end] == '\r' && start < rest.Length && rest[start] == '\n')
            {
                start++;
            }
        }
    }

    /// <summary>Whether paragraphs stand as they should, with nothing unwanted in them.</summary>
    private static bool IsNormal(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.ContainsAny(Unwanted) || HasHalfPair(text))
        {
            return false;
        }

        int at = 0;
        while (true)
        {
            int found = text[at..].IndexOf('\n');
            if (found < 0)
            {
                return true;
            }

            at += found;
            if (text[at + 1] != '\n' || char.IsWhiteSpace(text[at + 2]) || char.IsWhiteSpace(text[at - 1]))
            {
                return false;
            }

            at += 2;
        }
    }

    private static bool IsHardWrapped(string text, List<Range> lines)
    {
        int widest = 0;
        foreach (Range line in lines)
        {
            widest = Math.Max(widest, line.End.Value - line.Start.Value);
        }

        if (widest is < ShortestWrappedLine or > LongestWrappedLine)
        {
            return false;
        }

        int breaks = 0, full = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            ReadOnlySpan<char> line = text.AsSpan(lines[i]), next = text.AsSpan(lines[i + 1]);
            if (line.IsEmpty || next.IsEmpty)
            {
                continue;
            }

            breaks++;
            int word = next.IndexOf(' ');
            full += line.Length + 1 + (word < 0 ? next.Length : word) > widest ? 1 : 0;
        }

        return breaks >= FewestWrappedLines && full * 10 >= breaks * 9;
    }

    private static int Copy(ReadOnlySpan<char> line, Span<char> to, bool hasUnwanted)
    {
        if (!hasUnwanted)
        {
            line.CopyTo(to);
            return line.Length;
        }

        int length = 0;
        for (int i = 0; i < line.Length; i++)
        {
            char unit = Kept(line, i);
            if (unit != '\0')
            {
                to[length++] = unit;
            }
        }

        return length;
    }

    // The unit at a place, what stands for it, or NUL for nothing.
    private static char Kept(ReadOnlySpan<char> text, int i)
    {
        char unit = text[i];
        if (char.IsSurrogate(unit))
        {
            bool paired = char.IsHighSurrogate(unit)
                ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                : i > 0 && char.IsHighSurrogate(text[i - 1]);
            return paired ? unit : '\uFFFD';
        }

        return unit is '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' ? ' '
            : Unwanted.Contains(unit) ? '\0'
            : unit;
    }

    private static Range Trimmed(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return start..end;
    }

    // A line of nothing but zero-width characters is blank too.
    private static bool IsSpace(char unit) => char.IsWhiteSpace(unit) || char.IsControl(unit) || unit is '\u200B' or '\uFEFF';

    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0 && at < text.Length)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at += 2;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return true;
            }
            else
            {
                int next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
                if (next < 0)
                {
                    return false;
                }

                at += next;
            }
        }

        return false;
    }

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    private static char[] Controls()
    {
        List<char> controls = ['\uFEFF', '\u2028', '\u2029', '\uFFFE', '\uFFFF'];
        for (char unit = '\0'; unit < '\u00A0'; unit++)
        {
            if (char.IsControl(unit) && unit != '\n')
            {
                controls.Add(unit);
            }
        }

        return [.. controls];
    }
}
