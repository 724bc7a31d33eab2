using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Core.Articles;

namespace SearchService.Backend.Hits;

/// <summary>Marks in the product's form.</summary>
internal static class TextSpans
{
    internal static ImmutableArray<TextSpan> Of(ImmutableArray<MatchSpan> spans) => [.. spans.Select(static span => new TextSpan(span.Start, span.End))];
}
