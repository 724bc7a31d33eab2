using SearchService.Analysis.Stemming;

namespace SearchService.Analysis;

/// <summary>How text becomes terms: immutable, thread-safe, and equal at index and at query time.</summary>
/// <remarks>
/// <para>An analyzer holds no state of its own; <see cref="CreateReader"/> gives the object that walks a text. A query is analysed
/// exactly as a text is: by resetting a reader to it.</para>
/// <para>Analyzers differ in the <see cref="TermForm.Word"/> form alone. Those of <see cref="ForLanguage"/> may serve documents of one
/// index together: the words of a language other than English end with the language, as no other word can, so that the German
/// stem of <c>leader</c> isn't taken for the English <c>lead</c>.</para>
/// </remarks>
public sealed class TextAnalyzer
{
    private static readonly TextAnalyzer German = new("german", " de", GermanStemmer.Stem);
    private static readonly TextAnalyzer Spanish = new("spanish", " es", SpanishStemmer.Stem) { HasAccentedEndings = true };
    private static readonly TextAnalyzer French = new("french", " fr", FrenchStemmer.Stem) { HasAccentedEndings = true };
    private static readonly TextAnalyzer Russian = new("russian", " ru", RussianStemmer.Stem);
    private static readonly TextAnalyzer Unstemmed = new("unstemmed", " *", stem: null);

    private readonly string? _mark;
    private readonly StemLetters? _stem;

    private TextAnalyzer(string name, string? mark, StemLetters? stem)
    {
        Name = name;
        _mark = mark;
        _stem = stem;
    }

    /// <summary>Gets the analyzer for English news: possessives dropped and words stemmed by Snowball English (Porter2).</summary>
    public static TextAnalyzer English { get; } = new("english", mark: null, stem: null);

    /// <summary>Gets the analyzer without stemming: <see cref="TermForm.Word"/> is the folded text.</summary>
    public static TextAnalyzer Plain { get; } = new("plain", mark: null, stem: null);

    /// <summary>
    /// Gets the analyzer of an index whose documents bring one of <see cref="ForLanguage"/> with them: for those that don't, it does what
    /// <see cref="English"/> does.
    /// </summary>
    public static TextAnalyzer ByLanguage { get; } = new("english de es fr ru", mark: null, stem: null);

    /// <summary>Gets the name an index may record, so that it is never searched with another analyzer.</summary>
    public string Name { get; }

    /// <summary>
    /// Gets a value indicating whether the stem often hangs on an accent in the ending, as <c>mangée</c> and <c>mangee</c> have two: a word typed
    /// without accents is then to be looked for in the folded form, too. About a quarter of the accented words of French and Spanish are
    /// such, mostly forms of verbs; of German 3 in 1,000.
    /// </summary>
    public bool HasAccentedEndings { get; private init; }

    /// <summary>Gets the analyzer for documents in a language.</summary>
    /// <param name="language">An ISO 639-1 code in lower case, or null where it isn't known: read as English, which a missing stemmer would be worse for.</param>
    /// <returns>One that stems by Snowball: English, French, German, Russian, Spanish; else one that folds and doesn't stem.</returns>
    public static TextAnalyzer ForLanguage(string? language) => language switch
    {
        null or "" or "en" => ByLanguage,
        "de" => German,
        "es" => Spanish,
        "fr" => French,
        "ru" => Russian,
        _ => Unstemmed,
    };

    /// <summary>Creates a reader for one thread; keep it and <see cref="TokenReader.Reset"/> it to each text.</summary>
    /// <returns>A reader positioned before the first token of the empty text.</returns>
    public TokenReader CreateReader() => _mark is null
        ? new TokenReader(this != Plain ? new EnglishWords() : null, null)
        : new TokenReader(null, new MarkedWords(_mark, _stem));
}
