using System.Runtime.InteropServices;
using SearchService.Analysis;
using SearchService.Engine.Schema;

namespace SearchService.Engine.Index;

/// <summary>
/// A document on its way into an index: values by field number, and the bytes that come back when it is found.
/// </summary>
/// <remarks>
/// Reusable: <see cref="Clear"/> keeps the capacity. Not thread-safe. That a value suits the kind of its field is
/// checked by the index writer, which knows the schema.
/// </remarks>
public sealed class Document
{
    private readonly List<FieldValue> _values = [];

    /// <summary>The values in the order they were added; valid until the document is changed.</summary>
    public ReadOnlySpan<FieldValue> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>What is stored and given back as it is; empty when nothing is.</summary>
    public ReadOnlyMemory<byte> Stored { get; set; }

    /// <summary>
    /// How its texts are read where that differs from the index's own way, in the <see cref="TermForm.Word"/> form alone: the document's
    /// language decides. Null for the index's own.
    /// </summary>
    public TextAnalyzer? Analyzer { get; set; }

    /// <summary>Adds a text to a text field; several texts of a field follow one another in its positions.</summary>
    /// <param name="field">The number of a text field.</param>
    /// <param name="text">The text to be analysed.</param>
    public void AddText(int field, string text) => _values.Add(new FieldValue(field, FieldKind.Text, text, 0));

    /// <summary>Adds a value to a keyword field; the same value twice counts once.</summary>
    /// <param name="field">The number of a keyword field.</param>
    /// <param name="value">The value, kept as it is.</param>
    public void AddKeyword(int field, string value) => _values.Add(new FieldValue(field, FieldKind.Keyword, value, 0));

    /// <summary>Sets the value of a number field; at most once per field.</summary>
    /// <param name="field">The number of a number field.</param>
    /// <param name="value">Any 64-bit integer.</param>
    public void AddNumber(int field, long value) => _values.Add(new FieldValue(field, FieldKind.Number, null, value));

    /// <summary>Makes this document equal to another; the stored bytes are shared, not copied.</summary>
    /// <param name="other">The document copied from.</param>
    public void CopyFrom(Document other)
    {
        _values.Clear();
        _values.AddRange(other._values);
        Stored = other.Stored;
        Analyzer = other.Analyzer;
    }

    /// <summary>Forgets every value and the stored bytes.</summary>
    public void Clear()
    {
        _values.Clear();
        Stored = default;
        Analyzer = null;
    }
}
