namespace SearchService.Analysis;

/// <summary>How text becomes terms: immutable, thread-safe, and equal at index and at query time.</summary>
/// <remarks>
/// An analyzer holds no state of its own; <see cref="CreateReader"/> gives the object that walks a text. A query is analysed
/// exactly as a text is: by resetting a reader to it.
/// </remarks>
public sealed class TextAnalyzer
{
    private TextAnalyzer(string name, bool stems)
    {
        Name = name;
        Stems = stems;
    }

    /// <summary>Gets the analyzer for English news: possessives dropped and words stemmed by Snowball English (Porter2).</summary>
    public static TextAnalyzer English { get; } = new("english", stems: true);

    /// <summary>Gets the analyzer without stemming: <see cref="TermForm.Word"/> is the folded text.</summary>
    public static TextAnalyzer Plain { get; } = new("plain", stems: false);

    /// <summary>Gets the name an index may record, so that it is never searched with another analyzer.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether <see cref="TermForm.Word"/> is stemmed.</summary>
    public bool Stems { get; }

    /// <summary>Creates a reader for one thread; keep it and <see cref="TokenReader.Reset"/> it to each text.</summary>
    /// <returns>A reader positioned before the first token of the empty text.</returns>
    public TokenReader CreateReader() => new(Stems);
}
