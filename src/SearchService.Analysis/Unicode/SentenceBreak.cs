namespace SearchService.Analysis.Unicode;

/// <summary>The values of the property Sentence_Break (UAX #29, table 4), in the order of the generated table.</summary>
internal enum SentenceBreak
{
    Other = 0,
    CR,
    LF,
    Sep,
    Extend,
    Format,
    Sp,
    Lower,
    Upper,
    OLetter,
    Numeric,
    ATerm,
    SContinue,
    STerm,
    Close,
}
