using System.Collections.Immutable;
using SearchService.Analysis;

namespace SearchService.Engine.Schema;

/// <summary>A field of an index: its name, what it holds and, for text, which forms of its words are indexed.</summary>
/// <param name="Name">The name, compared ordinally; not empty, distinct within a schema.</param>
/// <param name="Kind">What the field holds.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind)
{
    private static readonly ImmutableArray<TermForm> AllForms = [TermForm.Written, TermForm.Folded, TermForm.Word];

    /// <summary>The term forms indexed, ascending and distinct; empty unless the field is text.</summary>
    public ImmutableArray<TermForm> Forms { get; init; } = Kind == FieldKind.Text ? AllForms : [];

    /// <summary>A text field that indexes the forms given, or all of them when none is given.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="forms">Ascending and distinct.</param>
    public static FieldDefinition Text(string name, params ReadOnlySpan<TermForm> forms) =>
        new(name, FieldKind.Text) { Forms = forms.IsEmpty ? AllForms : [.. forms] };

    /// <summary>A keyword field.</summary>
    /// <param name="name">The field's name.</param>
    public static FieldDefinition Keyword(string name) => new(name, FieldKind.Keyword);

    /// <summary>A number field.</summary>
    /// <param name="name">The field's name.</param>
    public static FieldDefinition Number(string name) => new(name, FieldKind.Number);

    /// <summary>Equal when name, kind and forms are.</summary>
    /// <param name="other">The definition compared with.</param>
    public bool Equals(FieldDefinition? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Forms.AsSpan().SequenceEqual(other.Forms.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), Kind, Forms.Length);
}
