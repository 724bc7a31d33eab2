using System.Text;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Cuts the input into tokens, in one pass; every character but white space is in a token.</summary>
/// <remarks>It decides where things end; what they mean is decided by <see cref="TermReader"/> and <see cref="TreeReader"/>.</remarks>
internal sealed class Tokenizer(string input, int end, NoticeList notices)
{
    private readonly List<Token> _tokens = [];
    private int _at;

    /// <summary>Reads the tokens; the last is a <see cref="TokenKind.End"/>.</summary>
    public List<Token> Read()
    {
        while (true)
        {
            while (_at < end && Characters.IsSpace(input[_at]))
            {
                _at++;
            }

            if (_at == end)
            {
                break;
            }

            ReadOne();
            TakePunctuationBehind();
        }

        _tokens.Add(new Token(TokenKind.End, end, 0));
        TakeLoneOperatorsAsWords();
        return _tokens;
    }

    private bool BehindField => _tokens is [.., { Kind: TokenKind.Field or TokenKind.UnknownField } last] && last.End == _at;

    private bool BehindOperand => _tokens is [.., var last] && last.End == _at
        && last.Kind is TokenKind.Word or TokenKind.Phrase or TokenKind.Regex or TokenKind.Range or TokenKind.Close or TokenKind.Boost or TokenKind.Tilde;

    private void ReadOne()
    {
        char c = input[_at];
        switch (c)
        {
            case '(':
                Add(TokenKind.Open, 1);
                return;
            case ')':
                Add(TokenKind.Close, 1);
                return;
            case '[' or '{':
                ReadRange();
                return;
            case ']' or '}':
                Add(TokenKind.Stray, 1);
                return;
            case '^' or '~':
                ReadSuffix(c);
                return;
            case '+' or '-' or '!':
                if (TryReadSign(c))
                {
                    return;
                }

                break;
            case '&' or '|':
                if (!BehindField && TryReadSymbolOperator(c))
                {
                    return;
                }

                break;
            case '/':
                if (TryReadRegex())
                {
                    return;
                }

                break;
        }

        if (Characters.IsQuote(c))
        {
            ReadPhrase();
        }
        else
        {
            ReadWord();
        }
    }

    private void Add(TokenKind kind, int length, string text = "", RangeBounds? range = null)
    {
        _tokens.Add(new Token(kind, _at, length, text, range));
        _at += length;
    }

    /// <summary>The comma of <c>"yes", (no)</c> goes with what it touches, as it does with a word.</summary>
    private void TakePunctuationBehind()
    {
        Token last = _tokens[^1];
        int next = _at;
        while (next < end && IsSentencePunctuation(input[next]))
        {
            next++;
        }

        if (next > _at && (next == end || Characters.EndsWord(input[next])) && BehindOperand)
        {
            _tokens[^1] = last with { Length = last.Length + next - _at };
            _at = next;
        }
    }

    private static bool IsSentencePunctuation(char c) => c is ',' or '.' or ';' or ':' or '!' or '?' or '…';

    /// <summary>A boost or a tilde belongs to what it touches; anywhere else it means nothing.</summary>
    private void ReadSuffix(char c)
    {
        if (!BehindOperand)
        {
            Add(TokenKind.Stray, 1);
            return;
        }

        int next = _at + 1;
        if (c == '^')
        {
            while (next < end && !Characters.EndsWord(input[next]))
            {
                next++;
            }
        }
        else
        {
            while (next < end && (char.IsAsciiDigit(input[next]) || input[next] == '.'))
            {
                next++;
            }
        }

        // A full stop, or a comma, behind the number ends a sentence.
        int number = next;
        while (number > _at + 1 && input[number - 1] is '.' or ',')
        {
            number--;
        }

        Add(c == '^' ? TokenKind.Boost : TokenKind.Tilde, next - _at, input[(_at + 1)..number]);
    }

    /// <summary>A sign is an operator when it stands alone and directly before something; <c> - </c>, <c>--</c> and <c>!!!</c> are punctuation.</summary>
    private bool TryReadSign(char c)
    {
        int next = _at + 1;
        while (next < end && input[next] is '+' or '-' or '!')
        {
            next++;
        }

        if (next - _at > 1)
        {
            Add(TokenKind.Stray, next - _at);
            return true;
        }

        bool stands = next < end && (!Characters.EndsWord(input[next]) || Characters.IsQuote(input[next]) || input[next] is '(' or '[' or '{');
        Add(!stands ? TokenKind.Stray : c == '+' ? TokenKind.Plus : c == '-' ? TokenKind.Minus : TokenKind.Bang, 1);
        return true;
    }

    private bool TryReadSymbolOperator(char c)
    {
        int next = _at + 1;
        while (next < end && input[next] == c)
        {
            next++;
        }

        if (next - _at != 2)
        {
            return false;
        }

        Add(c == '&' ? TokenKind.And : TokenKind.Or, 2, input.Substring(_at, 2));
        return true;
    }

    /// <summary>A slash begins a pattern when one behind it ends it and a term: <c>/usr/bin</c> and <c>a / b / c</c> hold none.</summary>
    private bool TryReadRegex()
    {
        int next = _at + 1;
        if (next == end || Characters.IsSpace(input[next]) || input[next] == '/' || BehindOperand)
        {
            return false;
        }

        StringBuilder pattern = new();
        while (next < end && input[next] != '/')
        {
            if (input[next] == '\\' && next + 1 < end)
            {
                // The escape of a slash is the query language's; every other one is the pattern's.
                pattern.Append(input[next + 1] == '/' ? "" : "\\");
                next++;
            }

            pattern.Append(input[next++]);
        }

        if (next == end || (next + 1 < end && !Characters.EndsWord(input[next + 1]) && !IsSentencePunctuation(input[next + 1])))
        {
            int word = WordEnd(_at);
            notices.Add(NoticeWordings.UnclosedRegex, _at, word - _at, notices.Excerpt(_at, word - _at));
            return false;
        }

        Add(TokenKind.Regex, next + 1 - _at, pattern.ToString());
        return true;
    }

    private void ReadPhrase()
    {
        StringBuilder text = new();
        int next = _at + 1;
        while (next < end && !Characters.IsQuote(input[next]))
        {
            if (input[next] == '\\' && next + 1 < end)
            {
                next++;
            }

            text.Append(input[next++]);
        }

        if (next == end)
        {
            notices.Add(NoticeWordings.UnclosedQuote, _at, 1);
            Add(TokenKind.Phrase, end - _at, text.ToString());
        }
        else
        {
            Add(TokenKind.Phrase, next + 1 - _at, text.ToString());
        }
    }

    private void ReadRange()
    {
        if (RangeScanner.TryRead(input, _at, end, out RangeBounds? bounds, out int length, out bool closed))
        {
            if (!closed)
            {
                notices.Add(NoticeWordings.UnbalancedBracket, _at, 1);
            }

            Add(TokenKind.Range, length, range: bounds);
            return;
        }

        if (!BehindField)
        {
            Add(TokenKind.Stray, 1);
            return;
        }

        // The bracket is left out of the tokens, so that what follows it is still the field's.
        notices.Add(NoticeWordings.InvalidRange, _at, 1);
        Token field = _tokens[^1];
        _tokens[^1] = field with { Length = field.Length + 1 };
        _at++;
    }

    private void ReadWord()
    {
        bool behindField = BehindField;
        int next = WordEnd(_at);
        if (TryReadField(next, behindField))
        {
            return;
        }

        string raw = input[_at..next];
        Add(behindField ? TokenKind.Word : OperatorOf(raw) ?? TokenKind.Word, raw.Length, raw);
    }

    private int WordEnd(int from)
    {
        int next = from;
        while (next < end && !Characters.EndsWord(input[next]))
        {
            next += input[next] == '\\' && next + 1 < end ? 2 : 1;
        }

        return next;
    }

    /// <summary>A name and a colon directly before something: not <c>10:30</c>, <c>https://…</c>, <c>a::b</c>, or <c>Re: …</c>.</summary>
    private bool TryReadField(int wordEnd, bool behindField)
    {
        int colon = _at;
        while (colon < wordEnd && (char.IsLetterOrDigit(input[colon]) || input[colon] is '_' or '-'))
        {
            colon++;
        }

        if (colon == wordEnd || colon == _at || input[colon] != ':' || char.IsDigit(input[_at]))
        {
            return false;
        }

        string name = input[_at..colon];
        int value = colon + 1;
        bool known = FieldNames.TryResolve(name, out string? field);
        if (behindField && !CanFollow(_tokens[^1], field))
        {
            return false;
        }

        bool opens = value < end && (Characters.IsQuote(input[value]) || input[value] is '(' or '[' or '{');
        if (value == wordEnd && !opens)
        {
            if (known)
            {
                notices.Add(NoticeWordings.FieldReadAsWord, _at, value - _at, name);
            }

            return false;
        }

        if (value < wordEnd && (input[value] == ':' || (!known && input.AsSpan(value, wordEnd - value).StartsWith("//", StringComparison.Ordinal))))
        {
            return false;
        }

        if (known)
        {
            Add(TokenKind.Field, value - _at, field!);
            return true;
        }

        string excerpt = notices.Excerpt(_at, name.Length), fields = string.Join(", ", QueryFields.All);
        if (FieldNames.Nearest(name) is { } nearest)
        {
            notices.Add(NoticeWordings.MisspeltField, _at, value - _at, excerpt, nearest, fields);
        }
        else
        {
            notices.Add(NoticeWordings.UnknownField, _at, value - _at, excerpt, fields);
        }

        Add(TokenKind.UnknownField, value - _at, name);
        return true;
    }

    /// <summary>Directly behind a field, a name is part of the value: <c>id:a:b</c>; but <c>title:verbatim:x</c> and <c>verbatim:title:x</c> are two.</summary>
    private static bool CanFollow(Token field, string? name) =>
        name == FieldNames.Verbatim || (name is not null && (field.Kind == TokenKind.UnknownField || field.Text == FieldNames.Verbatim));

    /// <summary>Operators are upper-case words: <c>and</c> is a word.</summary>
    private static TokenKind? OperatorOf(ReadOnlySpan<char> text) => text switch
    {
        "AND" => TokenKind.And,
        "OR" => TokenKind.Or,
        "NOT" => TokenKind.Not,
        "NEAR" or "ONEAR" => TokenKind.Near,
        ['N', 'E', 'A', 'R', '/', .. var distance] when BeginsNumber(distance) => TokenKind.Near,
        ['O', 'N', 'E', 'A', 'R', '/', .. var distance] when BeginsNumber(distance) => TokenKind.Near,
        _ => null,
    };

    private static bool BeginsNumber(ReadOnlySpan<char> text) => text is [] or [(>= '0' and <= '9') or '-' or '.', ..];

    /// <summary>An operator that is all there is, in the query or in parentheses, was meant as a word: <c>OR</c> is also a state.</summary>
    private void TakeLoneOperatorsAsWords()
    {
        for (int i = 0; i < _tokens.Count - 1; i++)
        {
            Token token = _tokens[i];
            if (token.IsOperatorWord && (i == 0 || _tokens[i - 1].Kind == TokenKind.Open) && _tokens[i + 1].Kind is TokenKind.End or TokenKind.Close)
            {
                notices.Add(NoticeWordings.OperatorReadAsWord, token.Offset, token.Length, token.Text);
                _tokens[i] = token with { Kind = TokenKind.Word };
            }
        }
    }
}
