namespace SearchService.Quotations.Finding.Segments;

/// <summary>What stands between two quotation marks, or after one that nothing closes.</summary>
/// <param name="First">The token of the opening mark; where a paragraph goes on with a quotation without repeating the mark, its first token.</param>
/// <param name="Last">The token of the closing mark, or the last one inside.</param>
/// <param name="Opened">Whether <paramref name="First"/> is a mark.</param>
/// <param name="Closed">Whether <paramref name="Last"/> is a mark.</param>
/// <param name="IsSingle">Whether the marks are single ones, as apostrophes are.</param>
/// <param name="Continues">Whether the segment before ended with its paragraph and without a mark, and this one goes on with it.</param>
internal readonly record struct QuotedSegment(int First, int Last, bool Opened, bool Closed, bool IsSingle, bool Continues)
{
    /// <summary>Gets the first token inside.</summary>
    public int InnerStart => Opened ? First + 1 : First;

    /// <summary>Gets the token after the last one inside.</summary>
    public int InnerEnd => Closed ? Last : Last + 1;
}
