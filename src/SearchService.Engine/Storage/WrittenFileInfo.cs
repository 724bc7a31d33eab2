namespace SearchService.Engine.Storage;

/// <summary>A finished file of an index, as the manifest remembers it.</summary>
/// <param name="Name">Its name in the directory.</param>
/// <param name="Length">Its length in bytes, with header and footer.</param>
/// <param name="Checksum">The CRC-32C of all bytes before the footer.</param>
public sealed record WrittenFileInfo(string Name, long Length, uint Checksum);
