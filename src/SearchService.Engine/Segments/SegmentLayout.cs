using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Store;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments;

/// <summary>Where a field's structures are in a segment's files. What doesn't suit the kind of the field is empty.</summary>
/// <param name="Kind">The kind of the field.</param>
/// <param name="Statistics">What is known of the field.</param>
/// <param name="Norms">Where its lengths begin: the starts of its documents in its position space, then a norm per document.</param>
/// <param name="Terms">Its dictionaries, by term form.</param>
/// <param name="Column">Its column.</param>
internal sealed record FieldLayout(FieldKind Kind, FieldStatistics Statistics, long Norms, ImmutableArray<(TermForm Form, TermsExtent Extent)> Terms, ColumnExtent Column);

/// <summary>
/// The directory of a segment: where each field's structures are in its files; the contents of <c>.segment</c>.
/// </summary>
/// <remarks>
/// <code>
/// layout  := documents vInt, fields vInt, field × fields, store
/// field   := kind u8, documents with it vInt, (text | column)
/// text    := tokens vInt, norms' start vInt, forms vInt, form × forms
/// form    := form u8, terms vInt, blocks vInt, start vInt, index start vInt, index length vInt
/// column  := start vInt, length vInt
/// store   := index start vInt, blocks vInt
/// </code>
/// </remarks>
/// <param name="DocumentCount">How many documents the segment has.</param>
/// <param name="Fields">The fields by number.</param>
/// <param name="Store">The stored documents.</param>
internal sealed record SegmentLayout(int DocumentCount, ImmutableArray<FieldLayout> Fields, StoreExtent Store)
{
    /// <summary>Writes the layout.</summary>
    /// <param name="output">The segment file.</param>
    public void Write(IndexOutput output)
    {
        output.WriteVarUInt64((uint)DocumentCount);
        output.WriteVarUInt64((uint)Fields.Length);
        foreach (FieldLayout field in Fields)
        {
            output.WriteByte((byte)field.Kind);
            output.WriteVarUInt64((ulong)field.Statistics.DocumentCount);
            if (field.Kind == FieldKind.Text)
            {
                WriteText(output, field);
            }
            else
            {
                output.WriteVarUInt64((ulong)field.Column.Start);
                output.WriteVarUInt64((ulong)field.Column.Length);
            }
        }

        output.WriteVarUInt64((ulong)Store.Index);
        output.WriteVarUInt64((uint)Store.BlockCount);
    }

    /// <summary>Reads a layout.</summary>
    /// <param name="input">The segment file.</param>
    /// <param name="schema">The schema of the index.</param>
    /// <exception cref="CorruptIndexException">It isn't a layout of that schema.</exception>
    public static SegmentLayout Read(IndexInput input, IndexSchema schema)
    {
        ByteReader reader = input.Reader(IndexFileFormat.HeaderLength, input.End - IndexFileFormat.HeaderLength);
        int documentCount = reader.ReadCount(int.MaxValue - 1, "a count of documents");
        int fieldCount = reader.ReadCount(IndexSchema.MaxFields, "a count of fields");
        if (fieldCount != schema.Fields.Length)
        {
            throw reader.Corrupt($"{schema.Fields.Length} fields, as the schema has");
        }

        ImmutableArray<FieldLayout>.Builder fields = ImmutableArray.CreateBuilder<FieldLayout>(fieldCount);
        for (int number = 0; number < fieldCount; number++)
        {
            FieldDefinition definition = schema[number];
            if (reader.ReadByte() != (byte)definition.Kind)
            {
                throw reader.Corrupt($"field {number} to be of kind {definition.Kind}, as in the schema");
            }

            long documents = reader.ReadCount(documentCount, "a count of documents with the field");
            fields.Add(definition.Kind == FieldKind.Text
                ? ReadText(ref reader, definition, documents)
                : new FieldLayout(definition.Kind, new FieldStatistics(documents, 0), 0, [], new ColumnExtent(ReadOffset(ref reader), ReadOffset(ref reader))));
        }

        var layout = new SegmentLayout(documentCount, fields.MoveToImmutable(), new StoreExtent(ReadOffset(ref reader), reader.ReadCount(documentCount, "a count of blocks")));
        return reader.Remaining == 0 ? layout : throw reader.Corrupt("the end of the layout");
    }

    private static void WriteText(IndexOutput output, FieldLayout field)
    {
        output.WriteVarUInt64((ulong)field.Statistics.TokenCount);
        output.WriteVarUInt64((ulong)field.Norms);
        output.WriteVarUInt64((uint)field.Terms.Length);
        foreach ((TermForm form, TermsExtent extent) in field.Terms)
        {
            output.WriteByte((byte)form);
            output.WriteVarUInt64((uint)extent.TermCount);
            output.WriteVarUInt64((uint)extent.BlockCount);
            output.WriteVarUInt64((ulong)extent.Start);
            output.WriteVarUInt64((ulong)extent.Index);
            output.WriteVarUInt64((uint)extent.IndexLength);
        }
    }

    private static FieldLayout ReadText(ref ByteReader reader, FieldDefinition definition, long documents)
    {
        long tokens = ReadOffset(ref reader);
        long norms = ReadOffset(ref reader);
        int formCount = reader.ReadCount(definition.Forms.Length, "a count of term forms");
        var terms = ImmutableArray.CreateBuilder<(TermForm, TermsExtent)>(formCount);
        for (int i = 0; i < formCount; i++)
        {
            var form = (TermForm)reader.ReadByte();
            if (form != definition.Forms[i])
            {
                throw reader.Corrupt($"the dictionary of form {definition.Forms[i]}");
            }

            terms.Add((form, new TermsExtent(
                reader.ReadCount(int.MaxValue, "a count of terms"),
                reader.ReadCount(int.MaxValue, "a count of blocks"),
                ReadOffset(ref reader),
                ReadOffset(ref reader),
                reader.ReadCount(int.MaxValue, "an index's length"))));
        }

        return formCount == definition.Forms.Length
            ? new FieldLayout(FieldKind.Text, new FieldStatistics(documents, tokens), norms, terms.MoveToImmutable(), default)
            : throw reader.Corrupt($"{definition.Forms.Length} dictionaries");
    }

    private static long ReadOffset(ref ByteReader reader)
    {
        ulong value = reader.ReadVarUInt64();
        return value <= long.MaxValue ? (long)value : throw reader.Corrupt("a number of at most 63 bits");
    }
}
