using SearchService.Analysis;
using SearchService.Engine.Schema;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>The fields of a quotation in the engine, by number. Its labels and date are those of its article.</summary>
/// <remarks>Nothing is stored: a quotation is read from its article, which the field <c>id</c> and its number there lead to.</remarks>
internal static class QuotationFields
{
    /// <summary>The words spoken.</summary>
    internal const int Said = 0;

    /// <summary>Words of the speaker's name.</summary>
    internal const int SpeakerWords = 1;

    /// <summary>The quotation's own id; the field <c>id</c> has its article's.</summary>
    internal const int Id = 2;

    /// <summary>Its place among the quotations of its article, from 0.</summary>
    internal const int Number = 3;

    internal static IndexSchema Schema { get; } = new(
        FieldDefinition.Text("said"),
        FieldDefinition.Text("speaker.words", TermForm.Written, TermForm.Folded),
        FieldDefinition.Keyword("quotation"),
        FieldDefinition.Number("number"),
        FieldDefinition.Keyword("speaker"),
        FieldDefinition.Keyword("id"),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("country"),
        FieldDefinition.Keyword("stance"),
        FieldDefinition.Keyword("author"),
        FieldDefinition.Keyword("topic"),
        FieldDefinition.Keyword("language"),
        FieldDefinition.Keyword("date.year"),
        FieldDefinition.Keyword("date.month"),
        FieldDefinition.Keyword("date.day"),
        FieldDefinition.Number("date.from"),
        FieldDefinition.Number("date.to"),
        FieldDefinition.Keyword("story"));

    /// <summary>Those of its article.</summary>
    internal static LabelFields Labels { get; } = new(Schema);
}
