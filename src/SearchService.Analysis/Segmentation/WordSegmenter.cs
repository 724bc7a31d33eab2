namespace SearchService.Analysis.Segmentation;

/// <summary>Divides a text at every word boundary of UAX #29, default rules (Unicode 15.0): words, spaces and punctuation alike.</summary>
/// <remarks>
/// Segments follow one another without gaps, from 0 to the text's length. Allocates nothing; linear in the text.
/// Search reads words through <see cref="TokenReader"/>, which tailors the rules a little.
/// Source: Unicode Standard Annex #29, Unicode Text Segmentation, section 4.
/// </remarks>
public ref struct WordSegmenter
{
    private readonly ReadOnlySpan<char> _text;

    /// <summary>Initializes a new instance of the <see cref="WordSegmenter"/> struct before the first segment of a text.</summary>
    /// <param name="text">UTF-16 text; a lone surrogate is a segment of its own.</param>
    public WordSegmenter(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Gets the offset of the segment's first UTF-16 unit.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the offset after the segment's last UTF-16 unit.</summary>
    public int End { get; private set; }

    /// <summary>Gets a value indicating whether the segment holds a letter, an ideograph, a syllable or a number.</summary>
    public bool IsWord { get; private set; }

    /// <summary>Finds the boundary after a boundary.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="start">A word boundary less than the text's length.</param>
    /// <returns>The offset of the next boundary.</returns>
    public static int NextBoundary(ReadOnlySpan<char> text, int start) => WordBoundaries.Next<StandardWords>(text, start, out _);

    /// <summary>Moves to the next segment.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        Start = End;
        if (Start == _text.Length)
        {
            return false;
        }

        End = WordBoundaries.Next<StandardWords>(_text, Start, out bool isWord);
        IsWord = isWord;
        return true;
    }
}
