using System.Collections.Immutable;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Index.Commits;

public sealed class ManifestFileTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void A_manifest_comes_back_whole()
    {
        IndexManifest manifest = Sample();
        ManifestFile.Replace(_directory, manifest);
        IndexManifest? read = ManifestFile.TryRead(_directory);
        Assert.NotNull(read);
        Assert.Equal(manifest.Id, read.Id);
        Assert.Equal(manifest.Generation, read.Generation);
        Assert.Equal(manifest.Schema, read.Schema);
        Assert.Equal(manifest.Analyzer, read.Analyzer);
        Assert.Equal(manifest.Backend, read.Backend);
        Assert.Equal(manifest.CreatedUtc, read.CreatedUtc);
        Assert.Equal(DateTimeKind.Utc, read.CreatedUtc.Kind);
        Assert.Equal(manifest.NextSegment, read.NextSegment);
        Assert.Equal(manifest.UserData, read.UserData);
        SegmentInfo expected = Assert.Single(manifest.Segments);
        SegmentInfo actual = Assert.Single(read.Segments);
        Assert.Equal((expected.Name, expected.Id, expected.DocumentCount, expected.DeletedCount, expected.Deletes), (actual.Name, actual.Id, actual.DocumentCount, actual.DeletedCount, actual.Deletes));
        Assert.Equal(expected.Files, actual.Files);
        Assert.Equal(expected.Fields, actual.Fields);
        Assert.Equal(manifest.Id, ManifestFile.TryReadId(_directory));
        Assert.Equal(["manifest"], _directory.List());
    }

    [Fact]
    public void There_may_be_no_manifest()
    {
        Assert.Null(ManifestFile.TryRead(_directory));
        Assert.Null(ManifestFile.TryReadId(_directory));
    }

    [Fact]
    public void Every_flipped_bit_and_every_cut_is_found_out()
    {
        ManifestFile.Replace(_directory, Sample());
        byte[] whole = _directory.ReadAll("manifest");
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= (byte)(1 << (at % 8));
            _directory.WriteAll("manifest", damaged);
            Assert.ThrowsAny<IOException>(() => ManifestFile.TryRead(_directory));
            _directory.WriteAll("manifest", whole.AsSpan(0, at));
            Assert.Throws<CorruptIndexException>(() => ManifestFile.TryRead(_directory));
        }
    }

    [Fact]
    public void Damage_that_the_checksum_agrees_with_is_still_damage_or_another_manifest_never_a_crash()
    {
        ManifestFile.Replace(_directory, Sample());
        byte[] whole = _directory.ReadAll("manifest");
        for (int at = IndexFileFormat.HeaderLength; at < whole.Length - IndexFileFormat.FooterLength; at++)
        {
            foreach (byte value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                byte[] damaged = [.. whole];
                damaged[at] = value;
                IndexFileFormat.WriteFooter(damaged.AsSpan(^IndexFileFormat.FooterLength), damaged.Length, IndexFileFormat.Crc32C(0, damaged.AsSpan(..^IndexFileFormat.FooterLength)));
                _directory.WriteAll("manifest", damaged);
                try
                {
                    Assert.NotNull(ManifestFile.TryRead(_directory));
                }
                catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
                {
                    // The two things a reader may say.
                }
            }
        }
    }

    private static IndexManifest Sample() => new(
        Guid.NewGuid(),
        7,
        new IndexSchema(FieldDefinition.Text("text"), FieldDefinition.Keyword("source"), FieldDefinition.Number("day")),
        "english",
        new DateTime(2024, 2, 29, 12, 30, 45, DateTimeKind.Utc),
        43,
        [
            new SegmentInfo(
                "s0000002a",
                Guid.NewGuid(),
                1000,
                [new WrittenFileInfo("s0000002a.store", 1L << 40, 0xDEADBEEF), new WrittenFileInfo("s0000002a.terms", 300, 0)],
                [new FieldStatistics(999, 1L << 35), new FieldStatistics(1, 0), default])
            {
                Deletes = new WrittenFileInfo("s0000002a.7.deletes", 100, 5),
                DeletedCount = 12,
            },
        ],
        ImmutableSortedDictionary<string, string>.Empty.Add("name", "main").Add("größe", "漢"));
}
