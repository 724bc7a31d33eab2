using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index.Verification;

/// <summary>Walks columns: values in order, ordinals in range, and documents by value the same as values by document.</summary>
internal static class ColumnsCheck
{
    /// <summary>Walks a keyword column.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field's number.</param>
    /// <param name="tally">Takes what is found.</param>
    /// <param name="file">The columns file, for findings.</param>
    public static void Keywords(SegmentReader segment, int field, CheckTally tally, string file)
    {
        KeywordColumn column = segment.Keywords(field);
        for (int ordinal = 1; ordinal < column.ValueCount; ordinal++)
        {
            if (column.Value(ordinal).SequenceCompareTo(column.Value(ordinal - 1)) <= 0)
            {
                tally.Error(file, $"value {ordinal} of field {field}, '{column.Text(ordinal)}', isn't above the one before");
            }
        }

        // Walking documents in order must meet the documents of each value in the order they are listed in.
        int[] met = new int[column.ValueCount];
        var ordinals = new List<int>();
        int missing = 0;
        for (int doc = 0; doc < column.DocumentCount; doc++)
        {
            column.OrdinalsOf(doc, ordinals);
            missing += ordinals.Count == 0 ? 1 : 0;
            for (int i = 0; i < ordinals.Count; i++)
            {
                int ordinal = ordinals[i];
                if ((uint)ordinal >= (uint)column.ValueCount || (i > 0 && ordinal <= ordinals[i - 1]))
                {
                    tally.Error(file, $"document {doc} has ordinal {ordinal} in field {field} of {column.ValueCount} values");
                    return;
                }

                ReadOnlySpan<int> documents = column.DocumentsOf(ordinal);
                if (met[ordinal] >= documents.Length || documents[met[ordinal]] != doc)
                {
                    tally.Error(file, $"document {doc} has value {ordinal} of field {field}, but that value doesn't list it");
                    return;
                }

                met[ordinal]++;
            }
        }

        for (int ordinal = 0; ordinal < met.Length; ordinal++)
        {
            int value = ordinal;
            tally.Expect(met[ordinal] == column.Count(ordinal) && met[ordinal] > 0, file, () => $"value {value} of field {field} lists {column.Count(value)} documents, but {met[value]} have it");
        }

        tally.Expect(missing == column.MissingCount, file, () => $"field {field} should be missing in {column.MissingCount} documents, but is in {missing}");
        tally.Expect(segment.DocumentsWith(field) == column.DocumentCount - missing, file, () => $"field {field} should be in {segment.DocumentsWith(field)} documents, but is in {column.DocumentCount - missing}");
    }

    /// <summary>Walks a number column.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field's number.</param>
    /// <param name="tally">Takes what is found.</param>
    /// <param name="file">The columns file, for findings.</param>
    public static void Numbers(SegmentReader segment, int field, CheckTally tally, string file)
    {
        NumberColumn column = segment.Numbers(field);
        int missing = 0;
        long least = long.MaxValue;
        long most = long.MinValue;
        for (int doc = 0; doc < column.DocumentCount; doc++)
        {
            if (column.TryGet(doc, out long value))
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
            else
            {
                missing++;
            }
        }

        tally.Expect(missing == column.MissingCount, file, () => $"field {field} should be missing in {column.MissingCount} documents, but is in {missing}");
        tally.Expect(segment.DocumentsWith(field) == column.DocumentCount - missing, file, () => $"field {field} should be in {segment.DocumentsWith(field)} documents, but is in {column.DocumentCount - missing}");
        tally.Expect(missing == column.DocumentCount || (least == column.Min && most == column.Max), file, () => $"field {field} should go from {column.Min} to {column.Max}, but goes from {least} to {most}");
    }
}
