using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Verification;

public sealed class IndexVerifierTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void A_whole_index_has_no_findings_and_everything_in_it_was_looked_at()
    {
        List<ModelDocument>[] segments = [ModelIndex.Random(Seeds.Random(), 700), [], ModelIndex.Random(new Random(3), 30)];
        ModelIndex.Commit(_directory, segments);
        IndexCheckReport report = IndexVerifier.Check(_directory);
        Assert.Empty(report.Findings);
        Assert.True(report.IsSound);
        Assert.Equal(730, report.StoredDocuments);
        Assert.Equal(segments.Sum(documents => ModelIndex.Schema[ModelIndex.Text].Forms.Sum(form => ModelIndex.Invert(documents, form).Count)), report.Terms);
        Assert.Equal(2 * segments.Sum(documents => documents.Sum(document => document.Words.Count)), report.Positions);
        Assert.True(report.Bytes > 10_000);
    }

    [Fact]
    public void An_empty_folder_and_a_missing_file_are_errors_and_a_stray_one_a_warning()
    {
        Assert.False(IndexVerifier.Check(_directory).IsSound);
        ModelIndex.Commit(_directory, [[]]);
        _directory.WriteAll("s000000ff.terms", [1]);
        IndexCheckReport report = IndexVerifier.Check(_directory);
        Assert.True(report.IsSound);
        Assert.Equal("s000000ff.terms", Assert.Single(report.Findings).File);

        _directory.Delete("s00000001.norms");
        report = IndexVerifier.Check(_directory);
        Assert.False(report.IsSound);
        Assert.Contains(report.Findings, finding => finding.File == "s00000001.norms");
    }

    [Fact]
    public void Every_damaged_byte_of_every_file_is_found()
    {
        ModelIndex.Commit(_directory, ModelIndex.Random(new Random(1), 3, maxWords: 4));
        foreach (string name in _directory.List())
        {
            byte[] whole = _directory.ReadAll(name);
            for (int at = 0; at < whole.Length; at++)
            {
                byte[] damaged = [.. whole];
                damaged[at] ^= (byte)(1 << (at % 8));
                _directory.WriteAll(name, damaged);
                Assert.False(IndexVerifier.Check(_directory).IsSound, $"{name} at {at}");
            }

            _directory.WriteAll(name, whole);
        }

        Assert.True(IndexVerifier.Check(_directory).IsSound);
    }

    [Fact]
    public void Wrong_norms_are_found()
    {
        Corrupt(writer => writer.WriteLengths(0, [1, 9]), (0, [0]), (1, [0, 1]));
        AssertFinding(".norms", "document 1 should have norm 2");
        AssertFinding(".norms", "document 1 should have 2 tokens");
    }

    [Fact]
    public void A_wrong_count_of_tokens_or_documents_is_found()
    {
        Corrupt(writer => writer.WriteLengths(0, [0, 4]), (0, [0]), (1, [0, 1]));
        AssertFinding(".norms", "should have 4 tokens");
        AssertFinding(".norms", "should be in 1 documents");
    }

    [Fact]
    public void Impacts_that_do_not_bound_their_block_are_found()
    {
        // The impacts are made of the norms as first written; then smaller ones, which score higher, take their place.
        (int, int[])[] postings = [.. Enumerable.Range(0, 200).Select(doc => (doc, new[] { 0 }))];
        SegmentInfo info = Write("s00000001", writer => writer.WriteLengths(0, [.. Enumerable.Repeat(5, 200)]), postings, documentCount: 200);
        Patch(info, SegmentFiles.Norms, bytes => bytes.AsSpan(IndexFileFormat.HeaderLength + (201 * sizeof(long)), 200).Fill(1));
        AssertFinding(".postings", "above the block's impacts");
    }

    [Fact]
    public void A_document_listed_under_the_wrong_value_is_found()
    {
        SegmentInfo info = Write("s00000001", writer => writer.WriteLengths(0, [1, 0]), [(0, [0])]);

        // The two documents by value, 0 and 1, follow the header and two arrays of three numbers: swap them.
        Patch(info, SegmentFiles.Columns, bytes =>
        {
            Span<byte> documents = bytes.AsSpan(IndexFileFormat.HeaderLength + 16 + 12 + 12, 8);
            documents[0] = 1;
            documents[4] = 0;
        });
        AssertFinding(".columns", "doesn't list it");
    }

    [Fact]
    public void An_ordinal_out_of_range_is_found()
    {
        SegmentInfo info = Write("s00000001", writer => writer.WriteLengths(0, [1, 0]), [(0, [0])]);
        Patch(info, SegmentFiles.Columns, bytes => bytes[IndexFileFormat.HeaderLength + 16 + 12 + 12 + 8] = 200);
        AssertFinding(".columns", "");
    }

    [Fact]
    public void A_wrong_count_of_deleted_documents_is_found()
    {
        IndexManifest manifest = ModelIndex.Commit(_directory, ModelIndex.Random(new Random(1), 10));
        using (IndexCommitter committer = IndexCommitter.Open(_directory))
        {
            var deleted = new BitSet(10);
            deleted.Set(3);
            SegmentInfo segment = manifest.Segments[0];
            segment = segment with { Deletes = DeletesFile.Write(_directory, segment.Name, segment.Id, 2, deleted), DeletedCount = 2 };
            committer.Commit(ModelIndex.Schema, "model", [segment], new Dictionary<string, string>());
        }

        AssertFinding("manifest", "2 deleted documents");
    }

    [Fact]
    public void Findings_in_one_file_end_after_twenty()
    {
        Corrupt(writer => writer.WriteLengths(0, [.. Enumerable.Repeat(7, 100)]), [.. Enumerable.Range(0, 100).Select(doc => (doc, new[] { 0 }))]);
        Assert.Equal(21, IndexVerifier.Check(_directory).Findings.Count(finding => finding.File.EndsWith(".norms", StringComparison.Ordinal)));
    }

    private static readonly IndexSchema Schema = new(FieldDefinition.Text("text", TermForm.Word), FieldDefinition.Keyword("source"));

    private void Corrupt(Action<SegmentWriter> writeLengths, params (int Doc, int[] Positions)[] postings) =>
        Commit(Write("s00000001", writeLengths, postings, Math.Max(2, postings.Length)));

    private SegmentInfo Write(string name, Action<SegmentWriter> writeLengths, (int Doc, int[] Positions)[] postings, int documentCount = 2)
    {
        using var writer = new SegmentWriter(_directory, Schema, name, Guid.NewGuid());
        for (int doc = 0; doc < documentCount; doc++)
        {
            writer.AddStored([]);
        }

        writeLengths(writer);
        using (TermFieldWriter terms = writer.BeginTerms(0, TermForm.Word))
        {
            terms.BeginTerm("term"u8);
            foreach ((int doc, int[] positions) in postings)
            {
                terms.Add(doc, positions);
            }
        }

        writer.WriteKeywords(1, ModelIndex.Column([["a"], ["b"], .. Enumerable.Repeat(Array.Empty<string>(), documentCount - 2)]));
        return writer.Finish();
    }

    // Changes a file and makes its checksums agree, as a writer with a bug would have.
    private void Patch(SegmentInfo info, string suffix, Action<byte[]> change)
    {
        string name = info.Name + suffix;
        byte[] bytes = _directory.ReadAll(name);
        change(bytes);
        uint checksum = IndexFileFormat.Crc32C(0, bytes.AsSpan(..^IndexFileFormat.FooterLength));
        IndexFileFormat.WriteFooter(bytes.AsSpan(^IndexFileFormat.FooterLength), bytes.Length, checksum);
        _directory.WriteAll(name, bytes);
        Commit(info with { Files = [.. info.Files.Select(file => file.Name == name ? file with { Checksum = checksum } : file)] });
    }

    private void Commit(SegmentInfo info)
    {
        ManifestFile.Replace(_directory, new IndexManifest(Guid.NewGuid(), 1, Schema, "test", DateTime.UtcNow, 2, [info], ImmutableSortedDictionary<string, string>.Empty));
    }

    private void AssertFinding(string file, string part)
    {
        IndexCheckReport report = IndexVerifier.Check(_directory);
        Assert.Contains(report.Findings, finding =>
            finding.Severity == FindingSeverity.Error
            && finding.File.EndsWith(file, StringComparison.Ordinal)
            && finding.Problem.Contains(part, StringComparison.Ordinal));
    }
}
