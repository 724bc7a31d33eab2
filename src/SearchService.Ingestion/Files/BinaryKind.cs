namespace SearchService.Ingestion.Files;

/// <summary>Names what a file holds that isn't text, by its first bytes.</summary>
internal static class BinaryKind
{
    /// <summary>Names it for people.</summary>
    /// <param name="head">The first bytes.</param>
    /// <returns>Null for what may be text.</returns>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "an image",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "an RTF document",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Office document",
        [(byte)'P', (byte)'K', 3, 4, ..] => IsDocument(head) ? "an Office document" : "a zip archive",
        [(byte)'P', (byte)'K', 5, 6, ..] => "a zip archive",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..]
            or [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => "an archive of a kind that isn't read",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', ..] when head.Contains((byte)0) => "a program",
        _ => head.Contains((byte)0) ? "binary data, not text (it has NUL bytes and no byte order mark)" : null,
    };

    /// <summary>Whether a zip archive is one to look into, rather than a document of a program that writes zip.</summary>
    /// <param name="head">The first bytes.</param>
    public static bool IsZipArchive(ReadOnlySpan<byte> head) =>
        head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] && !IsDocument(head);

    // Office Open XML, OpenDocument, EPUB and Java archives say so by the name of their first entry.
    private static bool IsDocument(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = head.Length > 30 ? head[30..] : default;
        return name.StartsWith("[Content_Types].xml"u8) || name.StartsWith("mimetype"u8) || name.StartsWith("META-INF/"u8) || name.StartsWith("_rels/"u8)
            || name.StartsWith("docProps/"u8);
    }
}
