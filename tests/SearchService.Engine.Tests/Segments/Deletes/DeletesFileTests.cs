using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Segments.Deletes;

public sealed class DeletesFileTests
{
    private static readonly Guid Id = Guid.NewGuid();

    private readonly MemoryDirectory _directory = new();

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100)]
    public void Deleted_documents_come_back(int count)
    {
        var deleted = new BitSet(count);
        deleted.Set(0);
        deleted.Set(count - 1);
        WrittenFileInfo file = DeletesFile.Write(_directory, "s00000001", Id, 3, deleted);
        Assert.Equal("s00000001.3.deletes", file.Name);
        BitSet read = DeletesFile.Read(_directory, file, Id, count);
        Assert.Equal(deleted.Words.ToArray(), read.Words.ToArray());
    }

    [Fact]
    public void Each_damaged_byte_and_each_other_length_is_found_out()
    {
        var deleted = new BitSet(70);
        deleted.Set(3);
        WrittenFileInfo file = DeletesFile.Write(_directory, "s00000001", Id, 1, deleted);
        Assert.Throws<CorruptIndexException>(() => DeletesFile.Read(_directory, file, Id, 71));
        byte[] whole = _directory.ReadAll(file.Name);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            _directory.WriteAll(file.Name, damaged);
            Assert.ThrowsAny<IOException>(() => DeletesFile.Read(_directory, file, Id, 70));
        }
    }
}
