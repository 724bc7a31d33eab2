using SearchService.Ingestion.Files.Zip;

namespace SearchService.Ingestion.Files;

/// <summary>Where the bytes of a file come from; can be opened again.</summary>
/// <param name="File">Which.</param>
/// <param name="IsDecompressed">Whether the bytes have been decompressed underneath.</param>
/// <param name="Entry">Where in its archive it stands, or -1 for a file on the disk.</param>
/// <param name="Open">Opens it; what is read off the disk counts against the budget.</param>
internal sealed record ContentSource(InputFile File, bool IsDecompressed, long Entry, Func<DecompressionBudget, Stream> Open)
{
    private const int DiskBuffer = 1 << 16;

    /// <summary>A file on the disk.</summary>
    public static ContentSource OnDisk(InputFile file) => new(file, IsDecompressed: false, Entry: -1, budget => new CountedStream(OpenDisk(file.Path), budget));

    /// <summary>An entry of an archive that stays open.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="archiveFile">As which file.</param>
    /// <param name="entry">One of its entries.</param>
    public static ContentSource InZip(ZipArchiveReader archive, InputFile archiveFile, ZipEntry entry) => new(
        new InputFile($"{archiveFile.Path}/{entry.Name}", $"{archiveFile.Name}/{entry.Name}", InputFile.FormatOf(entry.Name), entry.Length, archiveFile.ModifiedUtc),
        IsDecompressed: entry.Method != 0,
        entry.Offset,
        budget => ZipArchiveReader.Decompress(entry, new CountedStream(archive.OpenCompressed(entry), budget)));

    private static FileStream OpenDisk(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = DiskBuffer,
    });
}
