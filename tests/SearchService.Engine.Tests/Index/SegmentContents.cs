using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Norms;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Tests.Index;

/// <summary>
/// All that a segment says, a line each: read from the segment, or worked out from the documents by the shortest code
/// that could be right.
/// </summary>
internal static class SegmentContents
{
    /// <summary>Reads a segment; deleted documents included.</summary>
    public static List<string> Read(SegmentReader reader)
    {
        var lines = new List<string>();
        for (int field = 0; field < reader.Schema.Fields.Length; field++)
        {
            FieldDefinition definition = reader.Schema[field];
            lines.Add($"{definition.Name} with {reader.DocumentsWith(field)}");
            if (definition.Kind == FieldKind.Text)
            {
                lines.Add($"{definition.Name} tokens {reader.TokenCount(field)}");
                lines.Add($"{definition.Name} norms {Convert.ToHexString(reader.Norms(field))}");
                foreach (TermForm form in definition.Forms)
                {
                    ReadTerms(reader, field, form, lines);
                }
            }
            else if (definition.Kind == FieldKind.Keyword)
            {
                ReadKeywords(definition.Name, reader.Keywords(field), lines);
            }
            else
            {
                ReadNumbers(definition.Name, reader.Numbers(field), lines);
            }
        }

        lines.AddRange(Stored(reader).Select((stored, document) => $"stored {document} {Convert.ToHexString(stored)}"));
        return lines;
    }

    /// <summary>The stored bytes of all documents.</summary>
    public static IEnumerable<byte[]> Stored(SegmentReader reader) => Enumerable.Range(0, reader.DocumentCount).Select(reader.Store.Read);

    /// <summary>What a segment of these documents must say.</summary>
    public static List<string> Expect(IndexSchema schema, TextAnalyzer analyzer, IReadOnlyList<Document> documents)
    {
        var lines = new List<string>();
        for (int field = 0; field < schema.Fields.Length; field++)
        {
            FieldDefinition definition = schema[field];
            if (definition.Kind == FieldKind.Text)
            {
                ExpectText(definition, field, analyzer, documents, lines);
            }
            else if (definition.Kind == FieldKind.Keyword)
            {
                ExpectKeywords(definition.Name, [.. documents.Select(document => Values(document, field).Select(value => value.Text!).Distinct().Order(StringComparer.Ordinal).ToArray())], lines);
            }
            else
            {
                long?[] numbers = [.. documents.Select(document => Values(document, field).Select(value => (long?)value.Number).SingleOrDefault())];
                lines.Add($"{definition.Name} with {numbers.Count(number => number is not null)}");
                lines.AddRange(numbers.Select((number, document) => $"{definition.Name} {document} {number}"));
            }
        }

        lines.AddRange(documents.Select((document, number) => $"stored {number} {Convert.ToHexString(document.Stored.Span)}"));
        return lines;
    }

    private static void ReadTerms(SegmentReader reader, int field, TermForm form, List<string> lines)
    {
        TermEnumerator terms = reader.Terms(field, form).From([]);
        PositionsCursor? cursor = null;
        while (terms.MoveNext())
        {
            TermEntry entry = terms.Entry;
            cursor ??= reader.Positions(field, entry);
            cursor.Reset(entry);
            var line = new StringBuilder($"{reader.Schema[field].Name} {form} {Encoding.UTF8.GetString(terms.Term)} {entry.DocumentFrequency}/{entry.TotalFrequency}");
            while (cursor.NextDocument() != PositionsCursor.NoMoreDocuments)
            {
                line.Append($" {cursor.Doc}:{string.Join(',', cursor.Positions.ToArray())}");
            }

            lines.Add(line.ToString());
        }
    }

    private static void ReadKeywords(string name, KeywordColumn column, List<string> lines)
    {
        lines.Add($"{name} values {string.Join('|', Enumerable.Range(0, column.ValueCount).Select(column.Text))}");
        var ordinals = new List<int>();
        for (int document = 0; document < column.DocumentCount; document++)
        {
            column.OrdinalsOf(document, ordinals);
            lines.Add($"{name} {document} {string.Join('|', ordinals.Select(column.Text))}");
        }
    }

    private static void ReadNumbers(string name, NumberColumn column, List<string> lines)
    {
        for (int document = 0; document < column.DocumentCount; document++)
        {
            lines.Add($"{name} {document} {(column.TryGet(document, out long value) ? value : null)}");
        }
    }

    private static void ExpectText(FieldDefinition definition, int field, TextAnalyzer analyzer, IReadOnlyList<Document> documents, List<string> lines)
    {
        int[] lengths = new int[documents.Count];
        var postings = new Dictionary<(TermForm Form, string Term), SortedDictionary<int, List<int>>>();
        for (int document = 0; document < documents.Count; document++)
        {
            TokenReader tokens = (documents[document].Analyzer ?? analyzer).CreateReader();
            foreach (FieldValue value in Values(documents[document], field))
            {
                tokens.Reset(value.Text!);
                while (tokens.Next())
                {
                    foreach (TermForm form in definition.Forms)
                    {
                        if (!tokens.Term(form).IsEmpty)
                        {
                            (TermForm, string) term = (form, Encoding.UTF8.GetString(tokens.Term(form)));
                            postings.TryAdd(term, []);
                            postings[term].TryAdd(document, []);
                            postings[term][document].Add(lengths[document]);
                        }
                    }

                    lengths[document]++;
                }
            }
        }

        lines.Add($"{definition.Name} with {lengths.Count(length => length > 0)}");
        lines.Add($"{definition.Name} tokens {lengths.Sum()}");
        lines.Add($"{definition.Name} norms {Convert.ToHexString([.. lengths.Select(NormCodec.Encode)])}");
        foreach (TermForm form in definition.Forms)
        {
            lines.AddRange(postings.Where(term => term.Key.Form == form)
                .OrderBy(term => Encoding.UTF8.GetBytes(term.Key.Term), Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
                .Select(term => $"{definition.Name} {form} {term.Key.Term} {term.Value.Count}/{term.Value.Values.Sum(positions => positions.Count)}"
                    + string.Concat(term.Value.Select(posting => $" {posting.Key}:{string.Join(',', posting.Value)}"))));
        }
    }

    private static void ExpectKeywords(string name, string[][] values, List<string> lines)
    {
        lines.Add($"{name} with {values.Count(own => own.Length > 0)}");
        lines.Add($"{name} values {string.Join('|', values.SelectMany(own => own).Distinct().Order(StringComparer.Ordinal))}");
        lines.AddRange(values.Select((own, document) => $"{name} {document} {string.Join('|', own)}"));
    }

    private static IEnumerable<FieldValue> Values(Document document, int field) => document.Values.ToArray().Where(value => value.Field == field);
}
