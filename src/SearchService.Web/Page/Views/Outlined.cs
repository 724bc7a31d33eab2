using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SearchService.Core.Queries;

namespace SearchService.Web.Page.Views;

/// <summary>How a query was read, in words: the twin of <c>js/text/outline.js</c>.</summary>
public sealed class Outlined : Part
{
    /// <summary>The reading.</summary>
    [Parameter, EditorRequired]
    public required QueryOutline Of { get; set; }

    /// <summary>The words that were searched in other spellings too, as they stand in the outline.</summary>
    internal static IEnumerable<QueryOutline> Widened(QueryOutline outline) =>
        [.. outline.Spellings.IsEmpty ? [] : (QueryOutline[])[outline], .. outline.Parts.Concat(outline.Better).SelectMany(Widened)];

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => Read(Of, isNested: false)(builder);

    private RenderFragment Read(QueryOutline part, bool isNested)
    {
        RenderFragment words = Core(part, isNested);
        if (part.Field is { } field && part.Kind != OutlineKind.Missing)
        {
            string label = Text.Has($"field.{field}") ? Text[$"field.{field}"] : field;
            words = Say("outline.in", 0, ("field", Plain(label.ToLowerInvariant())), ("part", words));
        }

        return part.Boost is { } weight ? Say("outline.boost", 0, ("part", words), ("weight", Plain(Text.Count(weight)))) : words;
    }

    private RenderFragment Core(QueryOutline part, bool isNested) => part.Kind switch
    {
        OutlineKind.Word => part.Exact ? Say("outline.exact", 0, ("text", Term(part.Text!))) : Term(part.Text!),
        OutlineKind.Phrase when part.Slop is { } slop => Say("outline.slop", slop, ("text", Quoted(part))),
        OutlineKind.Phrase => Quoted(part),
        OutlineKind.Prefix => Say("outline.prefix", 0, ("text", Term(part.Text!))),
        OutlineKind.Pattern => Say("outline.pattern", 0, ("text", Term(part.Text!))),
        OutlineKind.Regex => Say("outline.regex", 0, ("text", Term(part.Text!))),
        OutlineKind.Fuzzy => Say("outline.fuzzy", part.Edits ?? 0, ("text", Term(part.Text!))),
        OutlineKind.Near => Say(part.Ordered ? "outline.nearOrdered" : "outline.near", part.Distance ?? 0, ("a", Read(part.Parts[0], true)), ("b", Read(part.Parts[1], true))),
        OutlineKind.Value => Term(Wording.Value(part.Field ?? "", part.Text!)),
        OutlineKind.Range => Say("outline.range", 0, ("from", Term(part.From ?? "…")), ("to", Term(part.To ?? "…"))),
        OutlineKind.Period => Term(Wording.DateFilter(Shortest(part.From ?? "", part.To ?? ""))),
        OutlineKind.Missing => Plain(Text[$"field.{part.Field}Missing"].ToLowerInvariant()),
        OutlineKind.Not => Say("outline.not", 0, ("part", Read(part.Parts[0], true))),
        OutlineKind.All or OutlineKind.Any or OutlineKind.Some => Joined(part, isNested),
        OutlineKind.Native => Say("outline.native", 0, ("text", Code(part.Text!))),
        OutlineKind.Everything => Plain(Text["outline.everything"]),
        OutlineKind.Nothing => Plain(Text["outline.nothing"]),
        _ => Code(part.Text!),
    };

    private RenderFragment Joined(QueryOutline part, bool isNested)
    {
        RenderFragment words = part is { Kind: OutlineKind.All, Parts: [var only] }
            ? Read(only, isNested)
            : Say(part.Kind switch { OutlineKind.All => "outline.all", OutlineKind.Any => "outline.any", _ => "outline.some" }, 0, ("parts", Enumerated(part.Parts)));
        if (!part.Better.IsEmpty)
        {
            words = Say("outline.better", 0, ("all", words), ("parts", Enumerated(part.Better)));
        }

        return !isNested || part.Parts.Length < 2 ? words : builder =>
        {
            builder.AddContent(0, "(");
            words(builder);
            builder.AddContent(1, ")");
        };
    }

    private RenderFragment Enumerated(ImmutableArray<QueryOutline> parts) => builder =>
    {
        for (int i = 0; i < parts.Length; i++)
        {
            builder.AddContent(0, i > 0 ? ", " : null);
            Read(parts[i], isNested: true)(builder);
        }
    };

    // A string with more than text in its places.
    private RenderFragment Say(string key, int n, params (string Name, RenderFragment Content)[] places) => builder =>
    {
        foreach ((string piece, bool isPlace) in Text.Pieces(key, n))
        {
            if (!isPlace)
            {
                builder.AddContent(0, piece);
            }
            else if (piece == "n")
            {
                builder.AddContent(1, Text.Count(n));
            }
            else
            {
                places.First(place => place.Name == piece).Content(builder);
            }
        }
    };

    private RenderFragment Quoted(QueryOutline phrase) => Term(Text["outline.quoted", ("text", phrase.Text!)]);

    private static RenderFragment Plain(string text) => builder => builder.AddContent(0, text);

    private static RenderFragment Code(string query) => builder =>
    {
        builder.OpenElement(0, "code");
        builder.AddContent(1, query);
        builder.CloseElement();
    };

    private static RenderFragment Term(string text) => builder =>
    {
        builder.OpenElement(0, "bdi");
        builder.AddAttribute(1, "class", "term");
        builder.AddContent(2, text);
        builder.CloseElement();
    };

    // From its first day to its last: a year, a month or a day where it is one.
    private static string Shortest(string from, string to)
    {
        if (from == to)
        {
            return from;
        }

        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first))
        {
            return $"{from}..{to}";
        }

        string year = from[..4], month = from[..7];
        return first is { Month: 1, Day: 1 } && to == $"{year}-12-31" ? year
            : first.Day == 1 && to == $"{month}-{DateTime.DaysInMonth(first.Year, first.Month):00}" ? month
            : $"{from}..{to}";
    }
}
