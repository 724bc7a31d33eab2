namespace SearchService.Engine.Storage;

/// <summary>A new file on its way to a directory. Not thread-safe.</summary>
public interface IIndexFile : IDisposable
{
    /// <summary>Adds bytes at the end.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">The disk is full or refuses.</exception>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Makes the bytes written so far durable.</summary>
    /// <exception cref="IOException">They may not have reached the disk.</exception>
    void Sync();
}
