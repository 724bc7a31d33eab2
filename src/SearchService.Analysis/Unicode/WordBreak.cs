namespace SearchService.Analysis.Unicode;

/// <summary>The values of the property Word_Break (UAX #29, table 3), in the order of the generated table.</summary>
internal enum WordBreak
{
    Other = 0,
    CR,
    LF,
    Newline,
    Extend,
    Zwj,
    Format,
    Katakana,
    HebrewLetter,
    ALetter,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    Numeric,
    ExtendNumLet,
    RegionalIndicator,
    WSegSpace,
}
