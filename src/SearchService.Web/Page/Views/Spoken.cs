using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SearchService.Web.Page.Views;

/// <summary>A part of an article's text with the words spoken set apart, what the address points at and what matched marked.</summary>
public sealed class Spoken : ComponentBase
{
    /// <summary>The article.</summary>
    [Parameter, EditorRequired]
    public required ReaderText Of { get; set; }

    /// <summary>First unit of the part, in the article's text.</summary>
    [Parameter, EditorRequired]
    public required int Start { get; set; }

    /// <summary>First unit after it.</summary>
    [Parameter, EditorRequired]
    public required int End { get; set; }

    /// <summary>The anchor of the first match, and of the last where it is another.</summary>
    internal static string? AnchorOf(int match, int matches) => match == 0 ? "match-first" : match == matches - 1 ? "match-last" : null;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        Cut(builder, Of.Quotes, Start, End, "q", static (text, span) => text.IsMatched(span.Item) ? "spoken is-matched" : "spoken", (from, to) =>
            Cut(builder, Of.Pointed, from, to, "span", static (_, _) => "pointed", (first, last) =>
                Cut(builder, Of.Matches, first, last, "mark", static (_, _) => null, (start, end) => builder.AddContent(9, Of.Article.Text[start..end]))));

    // What is in a span is inside an element, what is between as it is.
    private void Cut(RenderTreeBuilder builder, ImmutableArray<LayerSpan> layer, int from, int to, string element, Func<ReaderText, LayerSpan, string?> look, Action<int, int> write)
    {
        int at = from;
        foreach (LayerSpan span in layer)
        {
            int start = Math.Max(at, span.Start), end = Math.Min(to, span.End);
            if (start >= end)
            {
                continue;
            }

            Between(at, start);
            builder.OpenElement(0, element);
            builder.AddAttribute(1, "class", look(Of, span));
            if (element == "mark" && start == span.Start)
            {
                builder.AddAttribute(2, "id", AnchorOf(span.Item, Of.Matches.Length));
            }

            write(start, end);
            builder.CloseElement();
            at = end;
        }

        Between(at, to);

        void Between(int start, int end)
        {
            if (start < end)
            {
                write(start, end);
            }
        }
    }
}
