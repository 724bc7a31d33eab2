namespace SearchService.Quotations.Text;

/// <summary>A word, a number or one mark of punctuation of an article.</summary>
/// <param name="Start">The offset of its first UTF-16 unit.</param>
/// <param name="End">The offset after its last UTF-16 unit.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Traits">How it is written.</param>
internal readonly record struct Token(int Start, int End, int Sentence, TokenKind Kind, TokenTraits Traits)
{
    /// <summary>Gets a value indicating whether it is a word whose first letter is a capital.</summary>
    public bool IsCapitalised => (Traits & TokenTraits.Capital) != TokenTraits.None;

    /// <summary>Gets a value indicating whether white space stands before it, or nothing does.</summary>
    public bool FollowsSpace => (Traits & TokenTraits.AfterSpace) != TokenTraits.None;

    /// <summary>Gets a value indicating whether it is a word.</summary>
    public bool IsWord => Kind == TokenKind.Word;
}

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with the apostrophes and full stops inside: <c>don't</c>, <c>Zas's</c>, <c>U.S</c> (its last full stop is a token of its own).</summary>
    Word,

    /// <summary>Begins with a digit: <c>2022</c>, <c>3.5</c>, <c>1st</c>.</summary>
    Number,

    /// <summary>A quotation mark of any style, or an apostrophe that isn't inside a word.</summary>
    Quotation,

    /// <summary>Any other mark or sign.</summary>
    Punctuation,
}

/// <summary>How a token is written.</summary>
[Flags]
internal enum TokenTraits : byte
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>White space stands before it, or nothing does.</summary>
    AfterSpace = 2,

    /// <summary>It ends with an apostrophe and an s: <c>Tokayev's</c>, but also <c>it's</c>.</summary>
    Possessive = 4,
}
