using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Core.Articles;

namespace SearchService.Backend.Hits;

/// <summary>Marks in the product's form.</summary>
public static class TextSpans
{
    /// <summary>The marks, in the same order.</summary>
    /// <param name="spans">What was found in a text.</param>
    public static ImmutableArray<TextSpan> Of(ImmutableArray<MatchSpan> spans) => [.. spans.Select(static span => new TextSpan(span.Start, span.End))];
}
