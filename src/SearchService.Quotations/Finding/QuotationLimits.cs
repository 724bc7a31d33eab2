namespace SearchService.Quotations.Finding;

/// <summary>What is spent on the quotations of one article. What is beyond is left out, and <see cref="QuotationReading.LeftOut"/> says so.</summary>
public sealed record QuotationLimits
{
    /// <summary>Gets the limits that fit any article of news, and interviews of book length.</summary>
    public static QuotationLimits Default { get; } = new();

    /// <summary>Gets how many UTF-16 units of an article are looked at.</summary>
    public int TextLength { get; init; } = 4_000_000;

    /// <summary>Gets how many quotations an article may have.</summary>
    public int Quotes { get; init; } = 5_000;

    /// <summary>Gets how many UTF-16 units a quotation may have, from its first part to its last.</summary>
    public int QuoteLength { get; init; } = 100_000;
}
