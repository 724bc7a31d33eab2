using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>A text to verify, as its words, and how rare each is.</summary>
/// <param name="words">The text; every word has a number.</param>
/// <param name="bits">Of the word of each number, how much it tells when an article has it: see <see cref="WordRarity"/>.</param>
internal sealed class VerifiedText(TextWords words, double[] bits)
{
    public TextWords Words { get; } = words;

    public int Count => Words.Count;

    /// <summary>How much a word tells, by its place in the text.</summary>
    public double BitsAt(int word) => bits[Words.Numbers[word]];

    /// <summary>How much a word tells, by its number.</summary>
    public double BitsOf(int number) => bits[number];

    public int Numbers => bits.Length;
}
