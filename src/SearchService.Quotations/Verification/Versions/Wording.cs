using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification.Versions;

/// <summary>The words of one or more quotations.</summary>
/// <param name="words">Those compared.</param>
/// <param name="stems">Of each.</param>
internal sealed class Wording(TextWords words, int[] stems)
{
    public TextWords Words { get; } = words;

    public int Count => Words.Count;

    public WordsOfText Whole => new(Words, 0, stems);

    /// <summary>Quotations of the cluster that have these words.</summary>
    public List<QuotationHit> Quotations { get; } = [];

    /// <summary>Quotations that may be versions of it; null until they were looked for.</summary>
    public List<(QuotationHit Quotation, Wording Wording, Kinship Kinship)>? Candidates { get; set; }

    /// <summary>Some of the words.</summary>
    public WordsOfText Part(int first, int count) => new(Words, first, stems[first..(first + count)]);

    /// <summary>Whether this one comes first of two: the shorter one. The same whichever is asked.</summary>
    public bool Precedes(Wording other) =>
        Count != other.Count ? Count < other.Count : Whole.Text.SequenceCompareTo(other.Whole.Text) <= 0;
}
