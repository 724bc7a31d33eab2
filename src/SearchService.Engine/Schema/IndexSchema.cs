using System.Collections.Immutable;

namespace SearchService.Engine.Schema;

/// <summary>
/// The fields of an index. A field's number is its place in <see cref="Fields"/>; the schema is saved in the manifest
/// and compared when an index is opened, because numbers, not names, are what segments store.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IndexSchema : IEquatable<IndexSchema>
{
    /// <summary>The most fields a schema may have: a field number fits a byte.</summary>
    public const int MaxFields = 255;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Makes a schema of the fields given.</summary>
    /// <param name="fields">At most <see cref="MaxFields"/>, with distinct names that aren't empty.</param>
    /// <exception cref="ArgumentException">A name is empty or given twice, forms aren't ascending, or there are too many fields.</exception>
    public IndexSchema(params IEnumerable<FieldDefinition> fields)
    {
        Fields = [.. fields];
        if (Fields.Length > MaxFields)
        {
            throw new ArgumentException($"A schema has at most {MaxFields} fields; {Fields.Length} were given.", nameof(fields));
        }

        for (int number = 0; number < Fields.Length; number++)
        {
            FieldDefinition field = Fields[number];
            if (field.Name.Length == 0 || !_numbers.TryAdd(field.Name, number))
            {
                throw new ArgumentException($"Field {number} has an empty name or one that is taken: '{field.Name}'.", nameof(fields));
            }

            bool text = field.Kind == FieldKind.Text;
            if (text == field.Forms.IsDefaultOrEmpty)
            {
                throw new ArgumentException($"Field '{field.Name}': a text field has at least one term form, any other field has none.", nameof(fields));
            }

            for (int i = 1; i < field.Forms.Length; i++)
            {
                if (field.Forms[i] <= field.Forms[i - 1])
                {
                    throw new ArgumentException($"Field '{field.Name}': term forms are listed ascending, each once.", nameof(fields));
                }
            }
        }
    }

    /// <summary>The fields by number.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; }

    /// <summary>The field of that number.</summary>
    /// <param name="field">From 0 to one less than the count of <see cref="Fields"/>.</param>
    public FieldDefinition this[int field] => Fields[field];

    /// <summary>The number of the field with that name, or −1.</summary>
    /// <param name="name">Compared ordinally.</param>
    public int IndexOf(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>Equal when the fields are, in the same order.</summary>
    /// <param name="other">The schema compared with.</param>
    public bool Equals(IndexSchema? other) => other is not null && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndexSchema);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (FieldDefinition field in Fields)
        {
            hash.Add(field);
        }

        return hash.ToHashCode();
    }

    /// <summary>The fields as text, for messages: <c>title:Text text:Text source:Keyword</c>.</summary>
    public override string ToString() => string.Join(' ', Fields.Select(field => $"{field.Name}:{field.Kind}"));
}
