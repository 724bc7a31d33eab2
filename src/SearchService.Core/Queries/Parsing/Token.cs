namespace SearchService.Core.Queries.Parsing;

/// <summary>A piece of the input that the grammar speaks of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input, marks included.</param>
/// <param name="Text">See <see cref="TokenKind"/>.</param>
/// <param name="Range">Of a <see cref="TokenKind.Range"/>.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, int Length, string Text = "", RangeBounds? Range = null)
{
    /// <summary>The offset after its last UTF-16 unit.</summary>
    public int End => Offset + Length;

    /// <summary>Whether something to look for can begin with it.</summary>
    public bool BeginsOperand => Kind is TokenKind.Word or TokenKind.Phrase or TokenKind.Regex or TokenKind.Range or TokenKind.Field
        or TokenKind.UnknownField or TokenKind.Open or TokenKind.Plus or TokenKind.Minus or TokenKind.Bang or TokenKind.Not;

    /// <summary>Whether it is one of the signs that stand directly before an operand.</summary>
    public bool IsSign => Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Bang;

    /// <summary>Whether it is an operator written as a word.</summary>
    public bool IsOperatorWord => (Kind is TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.Near) && char.IsAsciiLetterUpper(Text[0]);
}

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    /// <summary>The end of the input.</summary>
    End,

    /// <summary>A run of word characters; its text is as typed, escapes and wildcards included.</summary>
    Word,

    /// <summary>A phrase; its text is what stands between the marks, unescaped.</summary>
    Phrase,

    /// <summary>A regular expression; its text is the pattern.</summary>
    Regex,

    /// <summary>A range.</summary>
    Range,

    /// <summary>A known name and its colon; its text is the field, or a pseudo-field of <see cref="FieldNames"/>.</summary>
    Field,

    /// <summary>An unknown name and its colon; its text is the name.</summary>
    UnknownField,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary><c>AND</c> or <c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>OR</c> or <c>||</c>.</summary>
    Or,

    /// <summary><c>NOT</c>.</summary>
    Not,

    /// <summary><c>NEAR</c>, <c>NEAR/8</c>, <c>ONEAR/8</c>; its text is as typed.</summary>
    Near,

    /// <summary><c>+</c> directly before something.</summary>
    Plus,

    /// <summary><c>-</c> directly before something.</summary>
    Minus,

    /// <summary><c>!</c> directly before something.</summary>
    Bang,

    /// <summary><c>^</c> directly behind something; its text is what follows it.</summary>
    Boost,

    /// <summary><c>~</c> directly behind something; its text is the number that follows it.</summary>
    Tilde,

    /// <summary>Characters that mean nothing where they stand.</summary>
    Stray,
}

/// <summary>The bounds of a range, unescaped.</summary>
/// <param name="Lower">Null when open.</param>
/// <param name="Upper">Null when open.</param>
/// <param name="IncludeLower">With <c>[</c>.</param>
/// <param name="IncludeUpper">With <c>]</c>.</param>
internal sealed record RangeBounds(string? Lower, string? Upper, bool IncludeLower, bool IncludeUpper);
