using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Inspection;

/// <summary>What is in an index, as lines for people: so that the documents of the format can be held against real bytes.</summary>
public static class IndexDump
{
    /// <summary>The commit and its segments, a line each.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static IEnumerable<string> Segments(IndexSnapshot snapshot)
    {
        IndexManifest manifest = snapshot.Manifest;
        yield return $"generation {manifest.Generation} of {manifest.CreatedUtc:yyyy-MM-dd HH:mm:ss}Z, commit {manifest.Id}, backend {manifest.Backend}, analyzer {manifest.Analyzer}";
        foreach (SegmentInfo segment in manifest.Segments)
        {
            yield return $"segment {segment.Name}: {segment.DocumentCount} documents, {segment.DeletedCount} deleted, {segment.LengthInBytes} bytes, id {segment.Id}";
            foreach (WrittenFileInfo file in segment.Files)
            {
                yield return $"  {file.Name}: {file.Length} bytes, CRC-32C {file.Checksum:x8}";
            }
        }

        foreach ((string key, string value) in manifest.UserData)
        {
            yield return $"{key} = {value}";
        }
    }

    /// <summary>The fields with their statistics, a line each.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static IEnumerable<string> Fields(IndexSnapshot snapshot)
    {
        for (int field = 0; field < snapshot.Schema.Fields.Length; field++)
        {
            FieldDefinition definition = snapshot.Schema[field];
            FieldStatistics statistics = snapshot.Statistics(field);
            string rest = definition.Kind switch
            {
                FieldKind.Text => $"{statistics.TokenCount} tokens, terms " + string.Join(", ", definition.Forms.Select(form =>
                    $"{form} {snapshot.Segments.Sum(segment => (long)segment.Terms(field, form).TermCount)}")),
                FieldKind.Keyword => $"{snapshot.Ordinals(field).ValueCount} values",
                _ => Range(snapshot, field),
            };
            yield return $"{field} {definition.Name} {definition.Kind}: {statistics.DocumentCount} documents, {rest}";
        }
    }

    /// <summary>The terms of a field and form from a lower bound on, a line for each segment that has it.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="field">The number of a text field.</param>
    /// <param name="form">One of its forms.</param>
    /// <param name="prefix">What the terms begin with; empty for all.</param>
    public static IEnumerable<string> Terms(IndexSnapshot snapshot, int field, TermForm form, string prefix)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(prefix);
        foreach (SegmentReader segment in snapshot.Segments)
        {
            TermEnumerator terms = segment.Terms(field, form).From(bytes);
            while (terms.MoveNext() && terms.Term.StartsWith(bytes))
            {
                yield return $"{segment.Info.Name} {Encoding.UTF8.GetString(terms.Term)}: {terms.Entry.DocumentFrequency} documents, {terms.Entry.TotalFrequency} times";
            }
        }
    }

    /// <summary>The documents and positions of a term, a line each.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="field">The number of a text field.</param>
    /// <param name="form">One of its forms.</param>
    /// <param name="term">The term.</param>
    public static IEnumerable<string> Postings(IndexSnapshot snapshot, int field, TermForm form, string term)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(term);
        foreach (SegmentReader segment in snapshot.Segments)
        {
            if (!segment.Terms(field, form).TryFind(bytes, out TermEntry entry))
            {
                continue;
            }

            yield return $"{segment.Info.Name}: {entry.DocumentFrequency} documents, {entry.TotalFrequency} times, {Impacts(segment.Postings(entry))}";
            PositionsCursor positions = segment.Positions(field, entry);
            for (int doc = positions.NextDocument(); doc != PositionsCursor.NoMoreDocuments; doc = positions.NextDocument())
            {
                string deleted = segment.Deleted?[doc] == true ? " (deleted)" : "";
                yield return $"  {segment.Base + doc}{deleted}: {string.Join(' ', positions.Positions.ToArray())}";
            }
        }
    }

    private static string Range(IndexSnapshot snapshot, int field)
    {
        NumberColumn[] columns = [.. snapshot.Segments.Select(segment => segment.Numbers(field)).Where(column => column.MissingCount < column.DocumentCount)];
        return columns.Length == 0 ? "no numbers" : $"from {columns.Min(column => column.Min)} to {columns.Max(column => column.Max)}";
    }

    private static string Impacts(PostingsCursor postings)
    {
        Span<Impact> impacts = new Impact[256];
        int count = postings.Impacts(postings.BlockCount, impacts);
        return count == 0 ? "no impacts" : "impacts " + string.Join(' ', impacts[..count].ToArray().Select(impact => $"{impact.Frequency}/{impact.Norm}"));
    }
}
