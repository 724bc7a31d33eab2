using System.Buffers;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Store;

public sealed class StoredDocumentsTests
{
    private static readonly IndexSchema Schema = new();

    [Fact]
    public void Documents_of_any_length_come_back_in_any_order()
    {
        Random random = Seeds.Random();
        byte[][] documents = [.. Enumerable.Range(0, 400).Select(_ =>
        {
            byte[] bytes = new byte[random.Next(8) switch { 0 => 0, 1 => random.Next(100_000), _ => random.Next(3000) }];
            random.NextBytes(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            return bytes;
        })];
        using SegmentReader segment = Write(documents);
        Assert.True(segment.Store.BlockCount > 20);
        foreach (int doc in Enumerable.Range(0, documents.Length).OrderBy(_ => random.Next()))
        {
            Assert.Equal(documents[doc], segment.Store.Read(doc));
            var buffer = new ArrayBufferWriter<byte>();
            segment.Store.Read(doc, buffer);
            Assert.Equal(documents[doc], buffer.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public void Text_is_compressed_and_noise_is_not_made_longer()
    {
        byte[] text = [.. Enumerable.Range(0, 200_000).Select(i => (byte)"the same words again and again "[i % 31])];
        using (SegmentReader segment = Write(text))
        {
            Assert.InRange(segment.Info.LengthInBytes, 0, 5_000);
            Assert.Equal(text, segment.Store.Read(0));
        }

        byte[] noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        using (SegmentReader segment = Write(noise))
        {
            Assert.InRange(segment.Info.Files.Single(file => file.Name.EndsWith(SegmentFiles.Store, StringComparison.Ordinal)).Length, 200_000, 200_100);
            Assert.Equal(noise, segment.Store.Read(0));
        }
    }

    [Fact]
    public void Very_many_empty_documents_and_none_at_all_are_fine()
    {
        using SegmentReader many = Write([.. Enumerable.Repeat(Array.Empty<byte>(), 50_000)]);
        Assert.Empty(many.Store.Read(0));
        Assert.Empty(many.Store.Read(49_999));
        using SegmentReader none = Write();
        Assert.Equal(0, none.DocumentCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Store.Read(0));
    }

    [Fact]
    public void A_document_outside_the_segment_is_refused()
    {
        using SegmentReader segment = Write([1], [2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Store.Read(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => segment.Store.Read(-1));
    }

    private static SegmentReader Write(params byte[][] documents)
    {
        var directory = new MemoryDirectory();
        using var writer = new SegmentWriter(directory, Schema, "s00000001", Guid.NewGuid());
        foreach (byte[] document in documents)
        {
            writer.AddStored(document);
        }

        return SegmentReader.Open(directory, Schema, writer.Finish(), 0, null);
    }
}
