using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SearchService.Web.Page.Views;

/// <summary>A string whose places hold more than text: the first place what is inside, another what is named for it.</summary>
public sealed class Around : Part
{
    /// <summary>Of strings.json.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>What stands in the first place.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What stands in the place called <c>outlets</c>.</summary>
    [Parameter]
    public RenderFragment? Outlets { get; set; }

    /// <summary>What stands in the place called <c>from</c>.</summary>
    [Parameter]
    public RenderFragment? From { get; set; }

    /// <summary>What stands in the place called <c>to</c>.</summary>
    [Parameter]
    public RenderFragment? To { get; set; }

    /// <summary>What stands in the place called <c>found</c>.</summary>
    [Parameter]
    public RenderFragment? Found { get; set; }

    /// <summary>What stands in the place called <c>spellings</c>.</summary>
    [Parameter]
    public RenderFragment? Spellings { get; set; }

    /// <summary>Chooses the plural form, and stands in the place called <c>n</c>.</summary>
    [Parameter]
    public long Number { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach ((string piece, bool isPlace) in Text.Pieces(Key, Number))
        {
            if (isPlace && piece == "n")
            {
                builder.AddContent(2, Wording.Count(Number));
            }
            else if (isPlace)
            {
                builder.AddContent(0, piece switch { "outlets" => Outlets, "from" => From, "to" => To, "found" => Found, "spellings" => Spellings, _ => ChildContent });
            }
            else
            {
                builder.AddContent(1, piece);
            }
        }
    }
}
