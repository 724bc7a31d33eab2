using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;

namespace SearchService.Engine.Tests.Index.Golden;

/// <summary>The index of two documents whose bytes docs/format.md explains one by one.</summary>
internal static class WorkedExample
{
    public static readonly IndexSchema Schema = new(FieldDefinition.Text("text", TermForm.Word), FieldDefinition.Keyword("source"), FieldDefinition.Number("day"));

    private static readonly Guid SegmentId = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly Guid CommitId = new("0f0e0d0c-0b0a-0908-0706-050403020100");

    /// <summary>
    /// Document 0: text "peace talks peace", source "Daily", day 19000, stored "one". Document 1: text "peace", no source,
    /// no day, stored "two".
    /// </summary>
    public static MemoryDirectory Write()
    {
        var directory = new MemoryDirectory();
        using var writer = new SegmentWriter(directory, Schema, "s00000001", SegmentId);
        writer.AddStored("one"u8);
        writer.AddStored("two"u8);
        writer.WriteLengths(0, [3, 1]);
        using (TermFieldWriter terms = writer.BeginTerms(0, TermForm.Word))
        {
            terms.BeginTerm("peace"u8);
            terms.Add(0, [0, 2]);
            terms.Add(1, [0]);
            terms.BeginTerm("talks"u8);
            terms.Add(0, [1]);
        }

        writer.WriteKeywords(1, ModelIndex.Column([["Daily"], []]));
        var days = new NumberColumnBuilder();
        days.Add(0, 19_000);
        writer.WriteNumbers(2, days);
        ManifestFile.Replace(directory, new IndexManifest(
            CommitId,
            1,
            Schema,
            "english",
            new DateTime(2022, 1, 13, 0, 0, 0, DateTimeKind.Utc),
            2,
            [writer.Finish()],
            ImmutableSortedDictionary<string, string>.Empty.Add("name", "main")));
        return directory;
    }
}
