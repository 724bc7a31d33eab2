using SearchService.Core.Articles;

namespace SearchService.Quotations.Verification.Differences;

/// <summary>Neighbouring words that the same became of.</summary>
/// <param name="Kind">What.</param>
/// <param name="Given">Where they stand in the text given, from the first to the last word, in UTF-16 units; null where it doesn't have them.</param>
/// <param name="Found">Where they stand in the archive's text; null where it doesn't have them.</param>
public readonly record struct DifferencePart(DifferenceKind Kind, TextSpan? Given, TextSpan? Found);
