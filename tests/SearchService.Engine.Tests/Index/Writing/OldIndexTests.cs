using System.Buffers.Binary;
using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Index.Writing;

/// <summary>An index that another version of the program wrote.</summary>
public sealed class OldIndexTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void A_build_takes_the_place_of_an_index_of_an_older_version()
    {
        Write(new IndexWriterOptions());
        SetVersion(IndexFileFormat.Version - 1);
        string[] old = [.. _directory.List().Where(name => name.StartsWith('s'))];
        Assert.Throws<IndexFormatException>(() => EngineIndex.Open(_directory, TestDocuments.Schema));
        Assert.Throws<IndexFormatException>(() => Write(new IndexWriterOptions()));

        Assert.Equal(2, Write(new IndexWriterOptions { Replace = true }));
        Assert.Empty(_directory.List().Intersect(old));
        using EngineIndex index = EngineIndex.Open(_directory, TestDocuments.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Equal((2, 20), (snapshot.Generation, snapshot.DocumentCount));
    }

    [Fact]
    public void A_build_that_is_rolled_back_leaves_an_index_of_an_older_version_as_it_was()
    {
        Write(new IndexWriterOptions());
        SetVersion(IndexFileFormat.Version - 1);
        string[] before = [.. _directory.List()];
        using (IndexWriter writer = Create(new IndexWriterOptions { Replace = true }))
        {
            TestDocuments.Make(new Random(2), 20).ForEach(writer.Add);
            writer.Rollback();
        }

        Assert.Equal(before, _directory.List());
    }

    [Fact]
    public void An_index_of_a_newer_version_is_left_alone()
    {
        Write(new IndexWriterOptions());
        SetVersion(IndexFileFormat.Version + 1);
        string[] before = [.. _directory.List()];
        Assert.Throws<IndexFormatException>(() => Write(new IndexWriterOptions { Replace = true }));
        Assert.Equal(before, _directory.List());
    }

    private IndexWriter Create(IndexWriterOptions options) => IndexWriter.Create(_directory, TestDocuments.Schema, TextAnalyzer.English, options);

    private long Write(IndexWriterOptions options)
    {
        using IndexWriter writer = Create(options);
        TestDocuments.Make(new Random(1), 20).ForEach(writer.Add);
        return writer.Commit(ImmutableDictionary<string, string>.Empty);
    }

    // In all files, as if they had been written so.
    private void SetVersion(int version)
    {
        foreach (string name in _directory.List().Where(name => name != "write.lock"))
        {
            byte[] bytes = _directory.ReadAll(name);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(6), (ushort)version);
            int end = bytes.Length - IndexFileFormat.FooterLength;
            IndexFileFormat.WriteFooter(bytes.AsSpan(end), bytes.Length, IndexFileFormat.Crc32C(0, bytes.AsSpan(0, end)));
            _directory.WriteAll(name, bytes);
        }
    }
}
