using System.Globalization;
using System.IO.Compression;
using SearchService.Ingestion.Files;

namespace SearchService.Ingestion.Readers.Warc;

/// <summary>Takes the body of an HTTP answer out of its codings: chunks (RFC 9112, 7.1), gzip, deflate and brotli (RFC 9110, 8.4.1).</summary>
/// <remarks>
/// Some crawlers store bodies decoded and leave the fields that say they aren't. A body that doesn't begin as its coding does is taken
/// as it is.
/// </remarks>
internal static class HttpBody
{
    /// <summary>Decodes a body.</summary>
    /// <param name="body">As stored.</param>
    /// <param name="fields">Of the answer.</param>
    /// <param name="longestInBytes">What is too much.</param>
    /// <param name="budget">For decompression.</param>
    /// <returns>Null for a body that grows too much, or that ends or breaks inside its coding.</returns>
    public static byte[]? Decode(byte[] body, HeaderLines fields, int longestInBytes, DecompressionBudget budget)
    {
        if (fields["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = Unchunk(body) ?? body;
        }

        string[] codings = (fields["Content-Encoding"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string coding in codings.Reverse())
        {
            bool isZlib = body is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) + second) % 31 == 0;
            Func<Stream, Stream>? decompress = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => static stream => new GZipStream(stream, CompressionMode.Decompress),
                "deflate" when isZlib => static stream => new ZLibStream(stream, CompressionMode.Decompress),
                "deflate" when !LooksLikeText(body) => static stream => new DeflateStream(stream, CompressionMode.Decompress),
                "br" when !LooksLikeText(body) => static stream => new BrotliStream(stream, CompressionMode.Decompress),
                _ => null,
            };
            if (decompress is not null)
            {
                if (Decompress(body, decompress, longestInBytes, budget) is not { } decompressed)
                {
                    return null;
                }

                body = decompressed;
            }
        }

        return body;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, ..];

    private static byte[]? Decompress(byte[] body, Func<Stream, Stream> decompress, int longestInBytes, DecompressionBudget budget)
    {
        using Stream stream = decompress(new MemoryStream(body, writable: false));
        using MemoryStream whole = new();
        byte[] buffer = new byte[1 << 16];
        try
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (!budget.TryTake(read) || whole.Length + read > longestInBytes)
                {
                    return null;
                }

                whole.Write(buffer, 0, read);
            }
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            // Brotli says the latter of what isn't its own.
            return null;
        }

        return whole.ToArray();
    }

    // Null for what isn't made of chunks. A last chunk that is missing or cut gives what there is.
    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using MemoryStream whole = new(body.Length);
        bool any = false;
        while (!body.IsEmpty)
        {
            int lineEnd = body.IndexOf((byte)'\n');
            if (lineEnd < 0)
            {
                break;
            }

            ReadOnlySpan<byte> line = body[..lineEnd].Trim(" \t\r"u8);
            int semicolon = line.IndexOf((byte)';');
            ReadOnlySpan<byte> digits = semicolon < 0 ? line : line[..semicolon].TrimEnd((byte)' ');
            if (digits.IsEmpty && any)
            {
                // The break after a chunk.
                body = body[(lineEnd + 1)..];
                continue;
            }

            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
            {
                return any ? whole.ToArray() : null;
            }

            if (length == 0)
            {
                break;
            }

            any = true;
            body = body[(lineEnd + 1)..];
            int there = Math.Min(length, body.Length);
            whole.Write(body[..there]);
            body = body[there..];
        }

        return any ? whole.ToArray() : null;
    }
}
