namespace SearchService.Analysis.Segmentation;

/// <summary>Where sentences begin and end.</summary>
public static class Sentences
{
    /// <summary>Enumerates a text's sentences.</summary>
    /// <param name="text">The text; paragraphs may be divided by line ends.</param>
    /// <returns>An allocation-free enumerator of <c>[start, end)</c> spans in UTF-16 units, without white space at either end.</returns>
    public static SentenceReader Enumerate(ReadOnlySpan<char> text) => new(text);
}
