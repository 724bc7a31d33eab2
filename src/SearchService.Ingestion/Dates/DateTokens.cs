using System.Globalization;

namespace SearchService.Ingestion.Dates;

/// <summary>The parts of a text that may be a date, and what is left of them without the time of day.</summary>
internal ref struct DateTokens(Span<DateToken> tokens, ReadOnlySpan<char> text)
{
    /// <summary>A text of more parts is no date.</summary>
    public const int Most = 32;

    private const int MostDigits = 9;
    private const int MostDigitsOfCount = 3;

    private readonly Span<DateToken> _tokens = tokens;
    private readonly ReadOnlySpan<char> _text = text;
    private int _count;
    private int _at;
    private bool _apart;

    /// <summary>The parts, or those that say the day after <see cref="Reduce"/>.</summary>
    public readonly ReadOnlySpan<DateToken> Left => _tokens[.._count];

    /// <summary>1 (Monday) to 7 for the weekday that is named, found by <see cref="Reduce"/>, or 0.</summary>
    public int Weekday { get; private set; }

    /// <summary>Cuts the text into parts.</summary>
    /// <returns>False where something stands in it that no date has.</returns>
    public bool Read()
    {
        int depth = 0;
        _apart = true;
        while (_at < _text.Length)
        {
            char first = _text[_at];
            if (first is '(' or ')' or '（' or '）')
            {
                // "(Eastern Standard Time)"
                depth += first is '(' or '（' ? 1 : -1;
                _apart = true;
                _at++;
            }
            else if (depth > 0)
            {
                _at++;
            }
            else if (!(char.IsDigit(first) ? ReadNumber() : IsOfWord(first) ? ReadWord() : ReadMark(first)))
            {
                return false;
            }
        }

        return depth == 0;
    }

    /// <summary>Whether these parts count back, or name a day seen from another; they are used up by asking.</summary>
    /// <param name="relative">How far back.</param>
    public bool TryRelative(out RelativeDate relative)
    {
        relative = default;
        int unit = -1;
        bool ago = false;
        foreach (DateToken token in Left)
        {
            ago |= token.MayBe(DateWordRoles.Ago);
            if (token.Kind == DateTokenKind.Number && token.Digits > MostDigitsOfCount)
            {
                return false;
            }
        }

        for (int i = 0; ago && i < _count && unit < 0; i++)
        {
            bool counted = i > 0 && _tokens[i - 1].Kind == DateTokenKind.Number;
            unit = _tokens[i].Kind == DateTokenKind.Word && _tokens[i].Word.Unit != DateUnit.None && (counted || !_tokens[i].MayBe(DateWordRoles.Ago | DateWordRoles.Beside | DateWordRoles.One)) ? i : -1;
        }

        if (unit >= 0)
        {
            bool counted = unit > 0 && _tokens[unit - 1].Kind == DateTokenKind.Number;
            relative = new RelativeDate(counted ? _tokens[unit - 1].Value : 1, _tokens[unit].Word.Unit);
            _tokens[(counted ? unit - 1 : unit)..(unit + 1)].Fill(new DateToken(DateTokenKind.Silent));
        }
        else if (!TryDay(out relative))
        {
            return false;
        }

        for (int i = 0; i < _count; i++)
        {
            if (_tokens[i].MayBe(DateWordRoles.Ago | DateWordRoles.One | DateWordRoles.RelativeDay))
            {
                _tokens[i] = new DateToken(DateTokenKind.Silent);
            }
        }

        return !Reduce() && _count == 0;
    }

    // "yesterday", or a weekday.
    private readonly bool TryDay(out RelativeDate relative)
    {
        relative = default;
        foreach (DateToken token in Left)
        {
            if (token.MayBe(DateWordRoles.RelativeDay))
            {
                relative = new RelativeDate(token.Word.DaysBack, DateUnit.Day);
                return true;
            }

            if (token.Kind == DateTokenKind.Word && token.Word.Weekday > 0 && token.Word.Month == 0 && relative.Weekday == 0)
            {
                relative = new RelativeDate(0, DateUnit.None, token.Word.Weekday);
            }
        }

        return relative.Weekday > 0;
    }

    /// <summary>Takes the time of day and its zone out, and what says nothing.</summary>
    /// <returns>False where a time mark has no time, or a word no place in a date.</returns>
    public bool Reduce()
    {
        TimeOfDay.TakeOut(_tokens[.._count]);
        int months = 0;
        foreach (DateToken token in Left)
        {
            months += IsMonth(token) && token.Word.Weekday == 0 ? 1 : 0;
        }

        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            DateToken token = _tokens[i];
            switch (token.Kind)
            {
                case DateTokenKind.TimeMark when token.Value != 'T':
                    return false;
                case DateTokenKind.TimeMark:
                case DateTokenKind.Silent:
                    break;
                case DateTokenKind.Word when IsMonth(token) && (token.Word.Weekday == 0 || months == 0):
                    // "mar" is March, and Tuesday where a month is named beside it.
                    _tokens[kept++] = new DateToken(DateTokenKind.Month, token.Word.Month);
                    break;
                case DateTokenKind.Word when token.Word.Weekday > 0 || token.Word.Is(DateWordRoles.Beside | DateWordRoles.RelativeDay):
                    Weekday = token.Word.Weekday > 0 && token.Word.Roles == DateWordRoles.None ? token.Word.Weekday : Weekday;
                    break;
                case DateTokenKind.Word:
                    return false;
                default:
                    _tokens[kept++] = token;
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

    private static bool IsMonth(DateToken token) => token.Kind == DateTokenKind.Word && token.Word.Month > 0;

    private bool ReadNumber()
    {
        int start = _at, value = 0;
        while (_at < _text.Length && CharUnicodeInfo.GetDecimalDigitValue(_text[_at]) is >= 0 and int digit)
        {
            if (++_at - start > MostDigits)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return _at > start && Add(new DateToken(DateTokenKind.Number, value, _at - start));
    }

    private bool ReadWord()
    {
        int start = _at;
        ReadOnlySpan<char> word = NextWord();
        if (word is "T" or "t" && start > 0 && char.IsAsciiDigit(_text[start - 1]))
        {
            return Add(new DateToken(DateTokenKind.TimeMark, 'T'));
        }

        if (DateWords.MayBeFirstOfTwo(word) && TrySecond(word, out DateWord name))
        {
            return Add(new DateToken(DateTokenKind.Word, Word: name));
        }

        if (!DateWords.TryFind(word, out name))
        {
            return false;
        }

        if (_count > 0 && _tokens[_count - 1].Kind == DateTokenKind.Number && name.Unit != DateUnit.None)
        {
            _tokens[_count - 1] = _tokens[_count - 1] with { Word = name };
        }

        return Add(new DateToken(DateTokenKind.Word, Word: name)) && SkipPoint();
    }

    // "Jan.": the point belongs to the word.
    private bool SkipPoint()
    {
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
        }

        return true;
    }

    private ReadOnlySpan<char> NextWord()
    {
        int start = _at++;

        // Scripts without spaces: each character is a word.
        while (!IsIdeograph(_text[start]) && _at < _text.Length && IsOfWord(_text[_at]) && !IsIdeograph(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    // "كانون الثاني", "avant-hier", "aujourd'hui".
    private bool TrySecond(ReadOnlySpan<char> first, out DateWord name)
    {
        int back = _at;
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] is '-' or '\'' or '’'))
        {
            _at++;
        }

        name = default;
        if (_at < _text.Length && IsOfWord(_text[_at]) && DateWords.TryFind(first, NextWord(), out name))
        {
            return true;
        }

        _at = back;
        return false;
    }

    private bool ReadMark(char mark)
    {
        int at = _at++;
        switch (mark)
        {
            case '/' or '.':
                return Add(new DateToken(DateTokenKind.Separator, mark));
            case '-' or '–' or '−' or '‑' or '—':
                return Add(new DateToken(DateTokenKind.Separator, '-'));
            case ':' when at == 0 || !char.IsDigit(_text[at - 1]):
                // "Published: 13 January 2022"
                _apart = true;
                return true;
            case ':' or '+':
                return Add(new DateToken(DateTokenKind.TimeMark, mark));
            case ',' or '|' or '·' or '•' or '\'' or '’' or '،' or '、' or '@' or '°':
                _apart = true;
                return true;
            default:
                // White space, and marks of the direction of writing.
                _apart |= char.IsWhiteSpace(mark);
                return char.IsWhiteSpace(mark) || CharUnicodeInfo.GetUnicodeCategory(mark) == UnicodeCategory.Format;
        }
    }

    private static bool IsOfWord(char unit) =>
        char.IsLetter(unit) || (unit > '\u02FF' && CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark);

    private static bool IsIdeograph(char unit) => unit is (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    private bool Add(DateToken token)
    {
        if (_count == _tokens.Length)
        {
            return false;
        }

        _tokens[_count++] = token with { Joined = !_apart };
        _apart = false;
        return true;
    }
}
