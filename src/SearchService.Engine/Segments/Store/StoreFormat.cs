namespace SearchService.Engine.Segments.Store;

/// <summary>
/// The stored documents, in blocks of about 16 KiB, in <c>.store</c>.
/// </summary>
/// <remarks>
/// A block has whole documents only; one larger than a block is a block of its own.
/// <code>
/// block                                        contents of a block, once decompressed
/// ┌───────┬────────────────────┬──────────┐    ┌───────────────────────────┬───────────────┐
/// │ codec │ contents' length   │ contents │    │ lengths, vInt × documents │ the documents │
/// │ u8    │ u32                │          │    │                           │               │
/// └───────┴────────────────────┴──────────┘    └───────────────────────────┴───────────────┘
/// index, at a multiple of 8, after the blocks
/// ┌───────────────────────┬──────────────────────────┐
/// │ where blocks begin    │ first documents          │
/// │ i64 × (blocks + 1)    │ u32 × (blocks + 1)       │
/// └───────────────────────┴──────────────────────────┘
/// </code>
/// Codec 0 is none, 1 is Brotli (RFC 7932).
/// </remarks>
internal static class StoreFormat
{
    /// <summary>A block is closed when its documents have at least this many bytes.</summary>
    public const int BlockLength = 16 * 1024;

    /// <summary>The largest document: one that claims more is damage.</summary>
    public const int MaxDocumentLength = 256 * 1024 * 1024;

    /// <summary>The bytes before a block's contents.</summary>
    public const int BlockHeaderLength = 1 + sizeof(uint);

    /// <summary>Contents as they are.</summary>
    public const byte Uncompressed = 0;

    /// <summary>Contents compressed by Brotli.</summary>
    public const byte Brotli = 1;

    /// <summary>The longest contents of a block.</summary>
    public const int MaxContentsLength = MaxDocumentLength + (2 * BlockLength);
}
