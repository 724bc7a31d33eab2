namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>What a text looks like, counted in one pass.</summary>
internal readonly record struct TextTraits
{
    /// <summary>Runs of letters and digits.</summary>
    public int Words { get; private init; }

    /// <summary>Letters.</summary>
    public int Letters { get; private init; }

    /// <summary>Whether some letter isn't of ASCII.</summary>
    public bool IsForeign { get; private init; }

    /// <summary>Letters in upper case.</summary>
    public int Capitals { get; private init; }

    /// <summary>Digits.</summary>
    public int Digits { get; private init; }

    /// <summary>Commas of any script.</summary>
    public int Commas { get; private init; }

    /// <summary>Places where a sentence ends.</summary>
    public int Stops { get; private init; }

    /// <summary>Signs that running text seldom has: bars, arrows, bullets, currency, brackets.</summary>
    public int Signs { get; private init; }

    /// <summary>Whether the last letter, digit or sign ends a sentence; closing quotes and brackets are looked through.</summary>
    public bool EndsSentence { get; private init; }

    /// <summary>Counts.</summary>
    public static TextTraits Of(ReadOnlySpan<char> text)
    {
        int words = 0;
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        int commas = 0;
        int stops = 0;
        int signs = 0;
        bool foreign = false;
        bool inWord = false;
        foreach (char unit in text)
        {
            bool word = false;
            if (char.IsLetter(unit) || char.IsSurrogate(unit))
            {
                word = true;
                letters++;
                foreign |= !char.IsAscii(unit);
                capitals += char.IsUpper(unit) ? 1 : 0;
            }
            else if (char.IsDigit(unit))
            {
                word = true;
                digits++;
            }
            else
            {
                switch (unit)
                {
                    case ',' or '،' or '、' or '，':
                        commas++;
                        break;
                    case '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '…' or '।' or '۔':
                        stops += inWord || stops == 0 ? 1 : 0;
                        break;
                    case '|' or '»' or '›' or '→' or '•' or '·' or '>' or '<' or '©' or '$' or '€' or '£' or '[' or ']' or '{' or '}' or '/' or '_' or '#' or '*' or '@' or '▼' or '✓':
                        signs++;
                        break;
                    default:
                        break;
                }
            }

            words += word && !inWord ? 1 : 0;
            inWord = word;
        }

        ReadOnlySpan<char> end = text.TrimEnd(" \"'”’»“)]");
        return new TextTraits
        {
            Words = words,
            Letters = letters,
            Capitals = capitals,
            IsForeign = foreign,
            Digits = digits,
            Commas = commas,
            Stops = stops,
            Signs = signs,
            EndsSentence = end.Length > 0 && end[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '…' or '।' or '۔',
        };
    }
}
