using System.Collections.Immutable;
using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Backend.Embedded;

/// <summary>The values that the keyword fields of a snapshot hold.</summary>
/// <param name="snapshot">Outlives this.</param>
internal sealed class FieldValueLists(IndexSnapshot snapshot)
{
    /// <summary>The values of a field that fit, each once.</summary>
    /// <param name="field">Number of a keyword field.</param>
    /// <param name="fits">Whether a value is wanted.</param>
    internal ImmutableArray<string> Where(int field, Func<string, bool> fits)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        foreach (SegmentReader segment in snapshot.Segments)
        {
            KeywordColumn column = segment.Keywords(field);
            for (int ordinal = 0; ordinal < column.ValueCount; ordinal++)
            {
                string value = column.Value(ordinal);
                if (fits(value))
                {
                    values.Add(value);
                }
            }
        }

        return [.. values];
    }
}
