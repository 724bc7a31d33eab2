using AngleSharp.Dom;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>The attributes of an element that matter, read in one pass.</summary>
internal readonly record struct Names
{
    public string? Class { get; init; }

    public string? Id { get; init; }

    public string? Role { get; init; }

    public string? Property { get; init; }

    /// <summary>The first <c>data-</c> attribute that names a part of the page.</summary>
    public string? Data { get; init; }

    public bool IsHidden { get; init; }

    public bool LeadsElsewhere { get; init; }

    public static Names Of(IElement element)
    {
        Names names = default;
        INamedNodeMap attributes = element.Attributes;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            switch (attribute.LocalName)
            {
                case "class":
                    names = names with { Class = attribute.Value };
                    break;
                case "id":
                    names = names with { Id = attribute.Value };
                    break;
                case "role":
                    names = names with { Role = attribute.Value };
                    break;
                case "itemprop" or "property":
                    names = names with { Property = attribute.Value };
                    break;
                case "href":
                    names = names with { LeadsElsewhere = true };
                    break;
                case "hidden":
                    names = names with { IsHidden = true };
                    break;
                case "aria-hidden" when attribute.Value.Equals("true", StringComparison.OrdinalIgnoreCase):
                    names = names with { IsHidden = true };
                    break;
                case "style" when IsHiding(attribute.Value):
                    names = names with { IsHidden = true };
                    break;
                case "data-component" or "data-component-name" or "data-testid" or "data-module" or "data-type" or "data-region" or "data-content-type":
                    names = names with { Data = attribute.Value };
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    // "display: none" and "visibility:hidden", with or without spaces.
    private static bool IsHiding(string style) => Declares(style, "display", "none") || Declares(style, "visibility", "hidden");

    private static bool Declares(ReadOnlySpan<char> style, string property, string value)
    {
        int at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = style[(at + property.Length)..].TrimStart();
        return rest.StartsWith(":", StringComparison.Ordinal) && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
