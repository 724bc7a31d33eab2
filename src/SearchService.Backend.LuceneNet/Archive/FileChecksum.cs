using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The checksum that each file of Lucene's ends with.</summary>
internal static class FileChecksum
{
    // COR_E_IO: what Lucene throws of its own for a checksum; the operating system's errors have its numbers.
    private const int OfNoSystem = unchecked((int)0x80131620);

    /// <summary>Reads a file whole, and compares.</summary>
    /// <exception cref="IOException">It isn't there, can't be read, or is damaged.</exception>
    internal static void Verify(Directory directory, string name) => Read(directory, name, CodecUtil.ChecksumEntireFile);

    /// <summary>Looks whether a file has its end, and so was copied whole; reads no more of it.</summary>
    /// <returns>The checksum it says it has.</returns>
    /// <exception cref="IOException">It isn't there, can't be read, or has another end.</exception>
    internal static long ReadEnd(Directory directory, string name) => Read(directory, name, CodecUtil.RetrieveChecksum);

    private static long Read(Directory directory, string name, Func<IndexInput, long> read)
    {
        using IndexInput input = directory.OpenInput(name, IOContext.READ_ONCE);
        if (input.Length < CodecUtil.FooterLength())
        {
            throw new CorruptIndexException($"The file '{name}' has {input.Length} bytes, fewer than its checksum takes.");
        }

        try
        {
            return read(input);
        }
        catch (IOException exception) when (exception is CorruptIndexException or EndOfStreamException || exception.HResult == OfNoSystem)
        {
            throw new CorruptIndexException($"The file '{name}' is cut short or changed: its checksum is missing or another one.", exception);
        }
    }
}
