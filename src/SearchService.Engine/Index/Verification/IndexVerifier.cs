using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Verification;

/// <summary>
/// Checks a whole index: every checksum, then every structure against what its format promises and against the others.
/// </summary>
/// <remarks>
/// Reads all of the index, so it takes as long as reading the files does plus about 10 ns a position. A file whose
/// checksum is wrong is reported and the structures of its segment aren't walked: what they'd say would only repeat it.
/// </remarks>
public static class IndexVerifier
{
    /// <summary>Checks the latest commit of an index.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="cancellation">Ends the check with an exception; looked at once a term.</param>
    /// <returns>What was looked at and found. Damage is a finding, never an exception.</returns>
    public static IndexCheckReport Check(IIndexDirectory directory, CancellationToken cancellation = default)
    {
        var tally = new CheckTally();
        IndexManifest? manifest = ReadManifest(directory, tally);
        if (manifest is not null)
        {
            foreach (SegmentInfo segment in manifest.Segments)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckSegment(directory, manifest.Schema, segment, tally, cancellation);
            }

            HashSet<string> needed = new(manifest.FileNames, StringComparer.Ordinal);
            foreach (string name in directory.List().Where(name => SegmentFiles.IsSegmentFile(name) && !needed.Contains(name)))
            {
                tally.Warning(name, "belongs to no commit: a killed writer left it, or one is at work; the next writer deletes it");
            }
        }

        return new IndexCheckReport(manifest, [.. tally.Findings], tally.Bytes, tally.Terms, tally.Postings, tally.Positions, tally.StoredDocuments);
    }

    private static IndexManifest? ReadManifest(IIndexDirectory directory, CheckTally tally)
    {
        try
        {
            IndexManifest? manifest = ManifestFile.TryRead(directory);
            tally.Expect(manifest is not null, ManifestFile.Name, () => $"there is no index in '{directory.Location}'");
            return manifest;
        }
        catch (IOException e)
        {
            tally.Error(ManifestFile.Name, e.Message);
            return null;
        }
    }

    private static void CheckSegment(IIndexDirectory directory, IndexSchema schema, SegmentInfo info, CheckTally tally, CancellationToken cancellation)
    {
        SegmentReader segment;
        try
        {
            segment = SegmentReader.Open(directory, schema, info, 0, null);
        }
        catch (IOException e)
        {
            tally.Error(FileOf(e, info), e.Message);
            return;
        }

        using (segment)
        {
            bool whole = true;
            foreach (IndexInput input in segment.Core.Inputs)
            {
                tally.Bytes += input.End;
                uint checksum = input.ComputeChecksum();
                if (checksum != input.Checksum)
                {
                    whole = false;
                    tally.Error(NameOf(input.Path), $"the checksum of its contents is {checksum:x8}, but should be {input.Checksum:x8}");
                }
            }

            if (!whole)
            {
                return;
            }

            tally.Expect((segment.Deleted?.Count() ?? 0) == info.DeletedCount, ManifestFile.Name, () =>
                $"segment {info.Name} should have {info.DeletedCount} deleted documents, but its bits say {segment.Deleted?.Count() ?? 0}");
            new SegmentCheck(segment, tally, cancellation).Run();
        }
    }

    private static string FileOf(IOException e, SegmentInfo info) => e switch
    {
        CorruptIndexException corrupt => NameOf(corrupt.Path),
        IndexFormatException format => NameOf(format.Path),
        FileNotFoundException { FileName: { } name } => Path.GetFileName(name),
        _ => info.Name,
    };

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
