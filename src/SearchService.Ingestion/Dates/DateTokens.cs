using System.Globalization;

namespace SearchService.Ingestion.Dates;

/// <summary>What a part of a date is.</summary>
internal enum DateTokenKind : byte
{
    /// <summary>Digits; <see cref="DateToken.Value"/> is the number.</summary>
    Number,

    /// <summary>A month's name; <see cref="DateToken.Value"/> is 1 to 12.</summary>
    Month,

    /// <summary><c>/</c>, <c>-</c> or <c>.</c> between numbers; <see cref="DateToken.Value"/> is the character.</summary>
    Separator,

    /// <summary><c>:</c>, <c>+</c> or <c>T</c>; <see cref="DateToken.Value"/> is the character.</summary>
    TimeMark,

    /// <summary>A word that belongs to a time of day.</summary>
    TimeWord,

    /// <summary>Passed over.</summary>
    Silent,
}

/// <summary>A part of a date.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">See <see cref="DateTokenKind"/>.</param>
/// <param name="Digits">How many, of a number.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value, int Digits);

/// <summary>The parts of a text that may be a date, and what is left of them without the time of day.</summary>
internal ref struct DateTokens(Span<DateToken> tokens, ReadOnlySpan<char> text)
{
    /// <summary>A text of more parts is no date.</summary>
    public const int Most = 32;

    private readonly Span<DateToken> _tokens = tokens;
    private readonly ReadOnlySpan<char> _text = text;
    private int _count;

    /// <summary>The parts that say the day.</summary>
    public readonly ReadOnlySpan<DateToken> Left => _tokens[.._count];

    /// <summary>Cuts the text into parts.</summary>
    /// <returns>False where something stands in it that no date has.</returns>
    public bool Read()
    {
        int depth = 0;
        for (int i = 0; i < _text.Length;)
        {
            char first = _text[i];
            int start = i;
            if (first is '(' or ')')
            {
                // "(Eastern Standard Time)"
                depth += first == '(' ? 1 : -1;
                i++;
                continue;
            }

            if (char.IsAsciiDigit(first))
            {
                while (i < _text.Length && char.IsAsciiDigit(_text[i]))
                {
                    i++;
                }

                if (depth == 0 && !AddNumber(_text[start..i]))
                {
                    return false;
                }
            }
            else if (char.IsLetter(first))
            {
                while (i < _text.Length && char.IsLetter(_text[i]))
                {
                    i++;
                }

                bool dotted = i < _text.Length && _text[i] == '.';
                if (depth == 0 && !AddWord(_text[start..i], start))
                {
                    return false;
                }

                i += dotted ? 1 : 0;
            }
            else
            {
                i++;
                if (depth == 0 && !AddMark(first, start))
                {
                    return false;
                }
            }
        }

        return depth == 0;
    }

    /// <summary>Takes the time of day and its zone out, and what says nothing.</summary>
    /// <returns>False where a time mark has no time.</returns>
    public bool Reduce()
    {
        TakeOutTimes();
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            switch (_tokens[i].Kind)
            {
                case DateTokenKind.TimeMark when _tokens[i].Value != 'T':
                case DateTokenKind.TimeWord:
                    return false;
                case DateTokenKind.TimeMark:
                case DateTokenKind.Silent:
                    break;
                default:
                    _tokens[kept++] = _tokens[i];
                    break;
            }
        }

        // A separator at either end, or doubled, joins nothing: "- 13/1/2022 -", "Jan. - 2022".
        while (kept > 0 && _tokens[kept - 1].Kind == DateTokenKind.Separator)
        {
            kept--;
        }

        _count = kept;
        int from = 0;
        while (from < _count && _tokens[from].Kind == DateTokenKind.Separator)
        {
            from++;
        }

        _tokens[from.._count].CopyTo(_tokens);
        _count -= from;
        return _count > 0;
    }

    private bool AddNumber(ReadOnlySpan<char> digits) =>
        digits.Length <= 9 && Add(new DateToken(DateTokenKind.Number, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), digits.Length));

    private bool AddWord(ReadOnlySpan<char> word, int start)
    {
        if (DateWords.TryMonth(word, out int month))
        {
            return Add(new DateToken(DateTokenKind.Month, month, 0));
        }

        if (word is "T" or "t" && start > 0 && char.IsAsciiDigit(_text[start - 1]))
        {
            return Add(new DateToken(DateTokenKind.TimeMark, 'T', 0));
        }

        if (DateWords.IsSilent(word))
        {
            return Add(new DateToken(DateTokenKind.Silent, 0, 0));
        }

        return DateWords.IsOfTime(word) && Add(new DateToken(DateTokenKind.TimeWord, 0, 0));
    }

    private bool AddMark(char mark, int at)
    {
        switch (mark)
        {
            case '/' or '.':
                return Add(new DateToken(DateTokenKind.Separator, mark, 0));
            case '-' or '–' or '−':
                return Add(new DateToken(DateTokenKind.Separator, '-', 0));
            case ':' when at == 0 || !char.IsAsciiDigit(_text[at - 1]):
                // "Published: 13 January 2022"
                return true;
            case ':' or '+':
                return Add(new DateToken(DateTokenKind.TimeMark, mark, 0));
            case ',' or '|' or '·' or '•' or '\'' or '’':
                return true;
            default:
                return char.IsWhiteSpace(mark);
        }
    }

    private bool Add(DateToken token)
    {
        if (_count == _tokens.Length)
        {
            return false;
        }

        _tokens[_count++] = token;
        return true;
    }

    // h:mm, h:mm:ss, h:mm:ss.fff, "5 pm", "5.30 pm", hhmmss after T; then am, pm, zones, offsets.
    private readonly void TakeOutTimes()
    {
        for (int i = 0; i < _count; i++)
        {
            int end = TimeFrom(i);
            if (end < 0)
            {
                continue;
            }

            while (end < _count && (_tokens[end].Kind == DateTokenKind.TimeWord || OffsetFrom(end) > 0))
            {
                end += Math.Max(1, OffsetFrom(end));
            }

            for (int j = i; j < end; j++)
            {
                _tokens[j] = new DateToken(DateTokenKind.Silent, 0, 0);
            }

            i = end - 1;
        }
    }

    // The end of a time that begins here, or -1.
    private readonly int TimeFrom(int i)
    {
        if (Is(i, DateTokenKind.TimeMark, 'T') && Is(i + 1, DateTokenKind.Number) && _tokens[i + 1].Digits is 2 or 4 or 6
            && !Is(i + 2, DateTokenKind.TimeMark, ':'))
        {
            return i + 2;
        }

        if (!Is(i, DateTokenKind.Number) || _tokens[i].Digits > 2)
        {
            return -1;
        }

        if (Is(i + 1, DateTokenKind.TimeWord))
        {
            return i + 2;
        }

        if (Is(i + 1, DateTokenKind.Separator, '.') && Is(i + 2, DateTokenKind.Number) && Is(i + 3, DateTokenKind.TimeWord)
            && !Is(i - 1, DateTokenKind.Separator))
        {
            return i + 4;
        }

        if (!Is(i + 1, DateTokenKind.TimeMark, ':') || !Is(i + 2, DateTokenKind.Number))
        {
            return -1;
        }

        int end = i + 3;
        if (Is(end, DateTokenKind.TimeMark, ':') && Is(end + 1, DateTokenKind.Number))
        {
            end += 2;
        }

        return Is(end, DateTokenKind.Separator, '.') && Is(end + 1, DateTokenKind.Number) ? end + 2 : end;
    }

    // Parts of an offset from UTC that begins here, such as +03:00 or -0500, or 0.
    private readonly int OffsetFrom(int i)
    {
        bool sign = Is(i, DateTokenKind.TimeMark, '+') || Is(i, DateTokenKind.Separator, '-');
        if (!sign || !Is(i + 1, DateTokenKind.Number) || _tokens[i + 1].Digits is not (1 or 2 or 4))
        {
            return 0;
        }

        // "10:00 - 13 January 2022" has a dash, not an offset.
        bool full = _tokens[i + 1].Digits == 4 || Is(i + 2, DateTokenKind.TimeMark, ':') || Is(i, DateTokenKind.TimeMark, '+') || i + 2 == _count;
        if (!full)
        {
            return 0;
        }

        return Is(i + 2, DateTokenKind.TimeMark, ':') && Is(i + 3, DateTokenKind.Number) ? 4 : 2;
    }

    private readonly bool Is(int i, DateTokenKind kind) => i >= 0 && i < _count && _tokens[i].Kind == kind;

    private readonly bool Is(int i, DateTokenKind kind, char value) => Is(i, kind) && _tokens[i].Value == value;
}
