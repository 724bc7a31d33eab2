using System.Text;
using SearchService.Engine.Schema;

namespace SearchService.Engine.Index.Writing;

/// <summary>What can be said against a document before it is taken: all but what its analysis brings up.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class DocumentCheck
{
    private const string Refused = "The document can't be indexed. ";

    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly long[] _numberIn; // by field: the last document checked that has a number in it
    private long _documents;

    public DocumentCheck(IndexSchema schema, IndexWriterOptions options)
    {
        _schema = schema;
        _options = options;
        _numberIn = new long[schema.Fields.Length];
    }

    /// <summary>Checks a document against the schema and the limits.</summary>
    /// <exception cref="ArgumentException">It doesn't suit; the message names the field or the limit.</exception>
    public void Check(Document document)
    {
        _documents++;
        if (document.Stored.Length > _options.MaxStoredBytes)
        {
            throw new ArgumentException(Refused + $"Its stored part has {document.Stored.Length:N0} bytes; {nameof(IndexWriterOptions)}.{nameof(IndexWriterOptions.MaxStoredBytes)} allows {_options.MaxStoredBytes:N0}.", nameof(document));
        }

        foreach (ref readonly FieldValue value in document.Values)
        {
            Check(value);
        }
    }

    private void Check(in FieldValue value)
    {
        if ((uint)value.Field >= (uint)_schema.Fields.Length)
        {
            throw new ArgumentException(Refused + $"It has a value of field {value.Field}; the schema has the fields 0 to {_schema.Fields.Length - 1}.", nameof(value));
        }

        FieldDefinition field = _schema[value.Field];
        if (value.Kind != field.Kind)
        {
            throw new ArgumentException(Refused + $"It has a value of kind {value.Kind} in field '{field.Name}', which is of kind {field.Kind}.", nameof(value));
        }

        if (value.Kind == FieldKind.Number)
        {
            if (_numberIn[value.Field] == _documents)
            {
                throw new ArgumentException(Refused + $"It has two numbers in field '{field.Name}'; a document has at most one.", nameof(value));
            }

            _numberIn[value.Field] = _documents;
        }
        else if (value.Text is null)
        {
            throw new ArgumentException(Refused + $"It has a null in field '{field.Name}'.", nameof(value));
        }
        else if (value.Kind == FieldKind.Keyword
            && Encoding.UTF8.GetMaxByteCount(value.Text.Length) > _options.MaxKeywordBytes
            && Encoding.UTF8.GetByteCount(value.Text) is int length && length > _options.MaxKeywordBytes)
        {
            throw new ArgumentException(Refused + $"It has a keyword of {length:N0} bytes in field '{field.Name}'; {nameof(IndexWriterOptions)}.{nameof(IndexWriterOptions.MaxKeywordBytes)} allows {_options.MaxKeywordBytes:N0}.", nameof(value));
        }
    }
}
