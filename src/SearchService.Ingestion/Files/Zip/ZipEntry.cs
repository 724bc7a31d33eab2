namespace SearchService.Ingestion.Files.Zip;

/// <summary>An entry of a zip archive, as its central directory has it.</summary>
/// <param name="Name">Safe to show: slashes, no control characters, no steps out of the archive.</param>
/// <param name="Method">How it is compressed: 0 stored, 8 deflate.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="CompressedLength">Bytes in the archive.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Offset">Of its local header, from the beginning of the archive.</param>
internal readonly record struct ZipEntry(string Name, int Method, bool IsEncrypted, uint Crc, long CompressedLength, long Length, long Offset)
{
    /// <summary>Whether it is a folder, which has no content.</summary>
    public bool IsFolder => Name.EndsWith('/') || Name.Length == 0;

    /// <summary>Whether any part of its name is hidden, or the shadow folder that macOS writes.</summary>
    public bool IsHidden => Name.StartsWith('.') || Name.Contains("/.", StringComparison.Ordinal) || Name.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
