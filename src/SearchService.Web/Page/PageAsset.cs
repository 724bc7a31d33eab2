using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchService.Web.Page;

/// <summary>A file of the page, in the forms it is sent in.</summary>
/// <param name="content">As it stands in <c>wwwroot</c>.</param>
/// <param name="contentType">With its charset, where it is text.</param>
internal sealed class PageAsset(byte[] content, string contentType)
{
    private readonly Lazy<byte[]> _brotli = new(() => Compress(content, static stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(content, static stream => new GZipStream(stream, CompressionLevel.SmallestSize)));

    internal byte[] Content => content;

    internal string ContentType => contentType;

    /// <summary>Of the content, 32 bytes.</summary>
    internal byte[] Hash { get; } = SHA256.HashData(content);

    /// <summary>The smallest form that a client takes.</summary>
    /// <param name="acceptEncoding">The request's header.</param>
    /// <returns>The bytes, and the name of their encoding; null for none.</returns>
    internal (byte[] Body, string? Encoding) For(string acceptEncoding)
    {
        if (!contentType.Contains("charset", StringComparison.Ordinal) && !contentType.Contains("svg", StringComparison.Ordinal))
        {
            return (content, null); // an image is compressed as it is
        }

        return Accepts(acceptEncoding, "br") ? (_brotli.Value, "br") : Accepts(acceptEncoding, "gzip") ? (_gzip.Value, "gzip") : (content, null);
    }

    private static bool Accepts(string acceptEncoding, string encoding) => acceptEncoding.Split(',').Any(each =>
    {
        string[] parts = each.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase) && !(parts.Length > 1 && parts[1] is "q=0" or "q=0.0");
    });

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compression)
    {
        using MemoryStream compressed = new();
        using (Stream stream = compression(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }
}
