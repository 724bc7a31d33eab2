using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SearchService.Core.Articles;

namespace SearchService.Web.Page.Views;

/// <summary>A part of an article's text with the words spoken set apart, each said by whom on hovering, and what matched marked.</summary>
public sealed class Spoken : ComponentBase
{
    /// <summary>The article.</summary>
    [Parameter, EditorRequired]
    public required Article Of { get; set; }

    /// <summary>First unit of the part, in the article's text.</summary>
    [Parameter, EditorRequired]
    public required int Start { get; set; }

    /// <summary>First unit after it.</summary>
    [Parameter, EditorRequired]
    public required int End { get; set; }

    /// <summary>Spans of the article's text, ascending.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<TextSpan> Highlights { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        int at = Start;
        foreach ((TextSpan part, Quote quote) in Of.Quotes.SelectMany(static quote => quote.Parts, static (quote, part) => (part, quote)).OrderBy(static each => each.part.Start))
        {
            int from = Math.Max(at, part.Start), to = Math.Min(End, part.End);
            if (from < to)
            {
                Add(builder, at, from);
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", "spoken");
                builder.AddAttribute(2, "title", quote.Speaker ?? quote.SpeakerAs);
                Add(builder, from, to);
                builder.CloseElement();
                at = to;
            }
        }

        Add(builder, at, End);
    }

    private void Add(RenderTreeBuilder builder, int start, int end)
    {
        if (start < end)
        {
            builder.OpenComponent<Marked>(3);
            builder.AddComponentParameter(4, nameof(Marked.Words), Of.Text[start..end]);
            builder.AddComponentParameter(5, nameof(Marked.Highlights), Highlights);
            builder.AddComponentParameter(6, nameof(Marked.Offset), start);
            builder.CloseComponent();
        }
    }
}
