using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Backend.Quotations;

/// <summary>Marks that may overlap, as marks that don't.</summary>
public static class SpanUnion
{
    /// <summary>What is covered by any: ascending, neither overlapping nor touching.</summary>
    /// <param name="spans">In any order.</param>
    public static ImmutableArray<TextSpan> Of(IEnumerable<TextSpan> spans)
    {
        List<TextSpan> union = [];
        foreach (TextSpan span in spans.OrderBy(static span => span.Start))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
            {
                union[^1] = union[^1] with { End = Math.Max(union[^1].End, span.End) };
            }
            else
            {
                union.Add(span);
            }
        }

        return [.. union];
    }
}
