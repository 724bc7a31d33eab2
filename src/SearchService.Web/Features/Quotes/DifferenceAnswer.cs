using SearchService.Core.Articles;
using SearchService.Quotations.Verification.Differences;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary>
/// Words that the same became of: kept, dropped (the archive has them, the text given doesn't), inserted, replaced, inflected, or moved (once where
/// they were, once where they are). Given and found: where in the text given and in the archive's, [start, end) in UTF-16 units, with the words.
/// </summary>
internal sealed record DifferenceAnswer(string Kind, int[]? Given, string? GivenText, int[]? Found, string? FoundText)
{
    /// <param name="difference">What is told.</param>
    /// <param name="given">The text given.</param>
    /// <param name="found">The archive's.</param>
    internal static IReadOnlyList<DifferenceAnswer> Of(WordDifference difference, string given, string found) =>
    [
        .. difference.Parts.Select(part => new DifferenceAnswer(
            Names.Of(part.Kind), Pair(part.Given), Words(given, part.Given), Pair(part.Found), Words(found, part.Found))),
    ];

    private static int[]? Pair(TextSpan? span) => span is { } at ? [at.Start, at.End] : null;

    private static string? Words(string text, TextSpan? span) => span is { } at ? text[at.Start..at.End] : null;
}
