namespace SearchService.Quotations.Verification.Differences;

/// <summary>Neighbouring words of a text, with their stems.</summary>
/// <param name="Words">The text.</param>
/// <param name="First">The first of them.</param>
/// <param name="Stems">Of each of them, by <see cref="WordNumbers.Stems"/>: as many as they are.</param>
internal readonly record struct WordsOfText(TextWords Words, int First, int[] Stems)
{
    public int Count => Stems.Length;

    public ReadOnlySpan<int> Numbers => Words.Numbers.Slice(First, Count);

    /// <summary>As written, from the first word to the last.</summary>
    public ReadOnlySpan<char> Text => Count == 0 ? [] : Words.Text.AsSpan(Words[First].Start, Words.SpanOf(First, Count).Length);
}
