using System.Text;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Storage;

public sealed class IndexFileTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void The_checksum_is_the_crc_32c_of_the_standard()
    {
        // The check value of CRC-32C in RFC 3720 and the catalogue of CRCs, and the RFC's 32 zeros (B.4).
        Assert.Equal(0xE3069283u, IndexFileFormat.Crc32C(0, "123456789"u8));
        Assert.Equal(0x8A9136AAu, IndexFileFormat.Crc32C(0, new byte[32]));
    }

    [Fact]
    public void The_checksum_of_parts_carried_on_is_that_of_the_whole()
    {
        byte[] bytes = new byte[1000];
        new Random(5).NextBytes(bytes);
        for (int cut = 0; cut <= bytes.Length; cut += 13)
        {
            Assert.Equal(IndexFileFormat.Crc32C(0, bytes), IndexFileFormat.Crc32C(IndexFileFormat.Crc32C(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        WrittenFileInfo info = Write(output =>
        {
            output.WriteByte(7);
            output.WriteVarUInt64(0);
            output.WriteVarUInt64(127);
            output.WriteVarUInt64(128);
            output.WriteVarUInt64(16383);
            output.WriteVarUInt64(16384);
            output.WriteVarUInt64(ulong.MaxValue);
            output.WriteString("naïve 漢");
            output.Align(8);
            output.WriteInt64(-5);
            output.WriteUInt32(uint.MaxValue);
        });
        using IndexInput input = Open(info);
        ByteReader reader = input.Reader(IndexFileFormat.HeaderLength, input.End - IndexFileFormat.HeaderLength);
        Assert.Equal(7, reader.ReadByte());
        Assert.Equal(0u, reader.ReadVarUInt32());
        Assert.Equal(127u, reader.ReadVarUInt32());
        Assert.Equal(128u, reader.ReadVarUInt32());
        Assert.Equal(16383u, reader.ReadVarUInt32());
        Assert.Equal(16384u, reader.ReadVarUInt32());
        Assert.Equal(ulong.MaxValue, reader.ReadVarUInt64());
        Assert.Equal("naïve 漢", reader.ReadString());
        while (((IndexFileFormat.HeaderLength + reader.Position) & 7) != 0)
        {
            Assert.Equal(0, reader.ReadByte());
        }

        Assert.Equal(-5, reader.ReadInt64());
        Assert.Equal(uint.MaxValue, reader.ReadUInt32());
        Assert.Equal(0, reader.Remaining);
        Assert.Equal(input.Checksum, input.ComputeChecksum());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public void Contents_larger_than_the_buffer_keep_their_order_and_checksum(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        WrittenFileInfo info = Write(output =>
        {
            output.WriteByte(1);
            output.WriteBytes(bytes);
            output.WriteByte(2);
        });
        using IndexInput input = Open(info);
        Assert.True(input.Slice(IndexFileFormat.HeaderLength + 1, length).SequenceEqual(bytes));
        Assert.Equal(2, input.Slice(input.End - 1, 1)[0]);
        Assert.Equal(input.Checksum, input.ComputeChecksum());
    }

    [Fact]
    public void A_file_cut_short_at_any_byte_is_not_opened()
    {
        WrittenFileInfo info = Write(output => output.WriteString("something"));
        byte[] whole = _directory.ReadAll(info.Name);
        for (int length = 0; length < whole.Length; length++)
        {
            _directory.WriteAll(info.Name, whole.AsSpan(0, length));
            CorruptIndexException e = Assert.Throws<CorruptIndexException>(() => Open(info));
            Assert.Contains(info.Name, e.Message, StringComparison.Ordinal);

            // Nor when the manifest believes the shorter length: the footer tells.
            Assert.Throws<CorruptIndexException>(() => Open(info with { Length = length }));
        }
    }

    [Fact]
    public void A_file_of_another_segment_kind_or_version_is_not_opened()
    {
        WrittenFileInfo info = Write(output => output.WriteByte(1));
        Assert.Contains("id", Assert.Throws<CorruptIndexException>(() => IndexInput.Open(_directory, info, IndexFileKind.Terms, Guid.NewGuid())).Message, StringComparison.Ordinal);
        Assert.Contains("Postings", Assert.Throws<CorruptIndexException>(() => IndexInput.Open(_directory, info, IndexFileKind.Postings, Id)).Message, StringComparison.Ordinal);

        byte[] bytes = _directory.ReadAll(info.Name);
        bytes[6] = 9;
        _directory.WriteAll(info.Name, bytes);
        IndexFormatException e = Assert.Throws<IndexFormatException>(() => Open(info));
        Assert.Equal("format version 9", e.Found);
        Assert.Equal("format version 3", e.Supported);
    }

    [Fact]
    public void A_file_whose_checksum_is_not_the_one_of_the_manifest_is_not_opened()
    {
        WrittenFileInfo info = Write(output => output.WriteByte(1));
        Assert.Throws<CorruptIndexException>(() => Open(info with { Checksum = info.Checksum ^ 1 }));
    }

    [Fact]
    public void Slices_outside_the_contents_are_damage_not_memory()
    {
        WrittenFileInfo info = Write(output => output.WriteBytes(Encoding.ASCII.GetBytes("0123456789")));
        using IndexInput input = Open(info);
        long start = IndexFileFormat.HeaderLength;
        Assert.Equal("0123456789", Encoding.ASCII.GetString(input.Slice(start, 10)));
        Assert.Throws<CorruptIndexException>(() => input.Slice(start, 11).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice(start - 1, 1).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice(start, -1).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice(long.MaxValue, 1).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice(start, long.MaxValue).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice<long>(start, 2).Length);
        Assert.Throws<CorruptIndexException>(() => input.Slice<long>(start, long.MaxValue / 4).Length);
    }

    [Fact]
    public void A_reader_never_goes_past_its_end()
    {
        Assert.Throws<CorruptIndexException>(() => new ByteReader([0x80, 0x80], "f", 0).ReadVarUInt32());
        Assert.Throws<CorruptIndexException>(() => new ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], "f", 0).ReadVarUInt64());
        Assert.Throws<CorruptIndexException>(() => new ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "f", 0).ReadVarUInt32());
        Assert.Throws<CorruptIndexException>(() => new ByteReader([5, 65], "f", 0).ReadString());
        CorruptIndexException e = Assert.Throws<CorruptIndexException>(() =>
        {
            var reader = new ByteReader([1, 2, 3], "f", 100);
            _ = reader.ReadByte();
            _ = reader.ReadUInt32();
        });
        Assert.Equal(101, e.Offset);
    }

    private WrittenFileInfo Write(Action<IndexOutput> write)
    {
        using var output = new IndexOutput(_directory, "file", IndexFileKind.Terms, Id);
        write(output);
        return output.Finish();
    }

    private IndexInput Open(WrittenFileInfo info) => IndexInput.Open(_directory, info, IndexFileKind.Terms, Id);
}
