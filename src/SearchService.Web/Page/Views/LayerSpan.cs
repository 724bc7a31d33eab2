using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Web.Page.Views;

/// <summary>A span of a layer over a text: the twin of <c>layerOf</c> in <c>js/text/spans.js</c>.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">First unit after it.</param>
/// <param name="Item">What it is of, by its place.</param>
public readonly record struct LayerSpan(int Start, int End, int Item)
{
    /// <summary>Makes a layer of whatever was given: within the text, ascending, none over another. A span that begins inside an earlier one is cut.</summary>
    internal static ImmutableArray<LayerSpan> Layer(IEnumerable<(TextSpan Span, int Item)> spans, int length)
    {
        ImmutableArray<LayerSpan>.Builder layer = ImmutableArray.CreateBuilder<LayerSpan>();
        int end = 0;
        foreach ((TextSpan span, int item) in spans.OrderBy(static each => each.Span.Start).ThenBy(static each => each.Span.End))
        {
            int start = Math.Max(end, span.Start), stop = Math.Min(length, span.End);
            if (start < stop)
            {
                layer.Add(new(start, stop, item));
                end = stop;
            }
        }

        return layer.DrainToImmutable();
    }
}
