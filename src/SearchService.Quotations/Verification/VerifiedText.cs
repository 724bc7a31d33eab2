using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>A text to look for, as its words, and how rare each is.</summary>
/// <param name="words">The text; every word has a number.</param>
/// <param name="numbers">More than the highest number of a word, of this text or of those it is looked for in.</param>
/// <param name="bits">Of the word of a number of the text, how much it tells when an article has it: see <see cref="WordRarity"/>.</param>
internal sealed class VerifiedText(TextWords words, int numbers, Func<int, double> bits)
{
    public TextWords Words { get; } = words;

    public int Count => Words.Count;

    public int Numbers { get; } = numbers;

    /// <summary>How much a word tells, by its place in the text.</summary>
    public double BitsAt(int word) => bits(Words.Numbers[word]);

    /// <summary>How much a word of the text tells, by its number.</summary>
    public double BitsOf(int number) => bits(number);
}
