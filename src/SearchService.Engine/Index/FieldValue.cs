using SearchService.Engine.Schema;

namespace SearchService.Engine.Index;

/// <summary>One value of a document: a text, a keyword or a number in a field.</summary>
/// <param name="Field">The field's number.</param>
/// <param name="Kind">Which of the two values counts.</param>
/// <param name="Text">The text or keyword; null for a number.</param>
/// <param name="Number">The number; 0 for text and keywords.</param>
public readonly record struct FieldValue(int Field, FieldKind Kind, string? Text, long Number);
