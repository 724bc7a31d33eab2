namespace SearchService.Analysis.Languages;

/// <summary>The scripts a text's language is looked for in. The first have several languages each, and a model to tell them apart.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Kana,
    Hangul,
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Thai,
    Lao,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Khmer,
    Myanmar,
    Ethiopic,
    None,
}
