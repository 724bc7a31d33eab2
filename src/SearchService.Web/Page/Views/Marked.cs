using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SearchService.Core.Articles;

namespace SearchService.Web.Page.Views;

/// <summary>A text cut at its highlights: exactly those are marked.</summary>
public sealed class Marked : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Words { get; set; }

    /// <summary>Ascending; what lies outside is cut off.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<TextSpan> Highlights { get; set; }

    /// <summary>Where the text begins in what the highlights are spans of.</summary>
    [Parameter]
    public int Offset { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        int at = 0;
        foreach (TextSpan highlight in Highlights)
        {
            int start = Math.Max(at, highlight.Start - Offset), end = Math.Min(Words.Length, highlight.End - Offset);
            if (start < end)
            {
                builder.AddContent(0, Words[at..start]);
                builder.OpenElement(1, "mark");
                builder.AddContent(2, Words[start..end]);
                builder.CloseElement();
                at = end;
            }
        }

        builder.AddContent(3, Words[at..]);
    }
}
