using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Where an archive has a text, or something like it.</summary>
/// <param name="Article">The article, whole.</param>
/// <param name="InTitle">Whether the spans are into <see cref="Article.Title"/>; else they are into <see cref="Article.Text"/>.</param>
/// <param name="Parts">
/// The words, from the first to the last: one span; several where the article has something between that the text leaves out.
/// </param>
/// <param name="Omission">What it leaves out.</param>
/// <param name="Quotation">The quotation that all of it stands in; null when none is known.</param>
/// <param name="Difference">How the text given differs; null where it is verbatim.</param>
public sealed record VerifiedPlace(
    Article Article, bool InTitle, ImmutableArray<TextSpan> Parts, PlaceOmission Omission, Quote? Quotation, WordDifference? Difference)
{
    /// <summary>The whole, from the first word to the last.</summary>
    public TextSpan Span => new(Parts[0].Start, Parts[^1].End);

    /// <summary>The words as the article has them.</summary>
    public string Words => string.Join(" … ", Parts.Select(part => (InTitle ? Article.Title : Article.Text)[part.Start..part.End]));
}

/// <summary>What a text leaves out between words of an article that are verbatim.</summary>
public enum PlaceOmission
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reporter's words between two parts of one quotation, such as <c>he said</c>.</summary>
    Reporter,

    /// <summary>Words that the text marks as left out, by dots.</summary>
    Marked,
}
