using System.IO.Compression;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>
/// The content of a file, decompressed where it is gzip. What goes wrong underneath ends the stream and is kept in
/// <see cref="Damage"/>, so that the records before it are read like any others.
/// </summary>
internal sealed class GuardedStream : ReadOnlyStream
{
    // Without this switch the decoder takes the end of a file for the end of its data, and a cut goes unnoticed. It is looked at once
    // a process, so programs that decompress before set it in their runtime configuration.
    static GuardedStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private readonly CountedStream _file;
    private readonly GZipStream? _gzip;
    private readonly IngestionLimits _limits;
    private long _decompressedBytes;

    public GuardedStream(CountedStream file, Stream content, bool isGzip, IngestionLimits limits)
    {
        _file = file;
        Content = content;
        _limits = limits;
        _gzip = isGzip ? new GZipStream(content, CompressionMode.Decompress) : null;
    }

    /// <summary>What ended the stream early: a code of <see cref="ProblemCodes"/> and a sentence.</summary>
    public (string Code, string Reason)? Damage { get; private set; }

    private Stream Content { get; }

    public override int Read(Span<byte> buffer)
    {
        if (Damage is not null || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            if (_gzip is null)
            {
                return Content.Read(buffer);
            }

            int read = _gzip.Read(buffer);
            _decompressedBytes += read;
            if (_decompressedBytes > _limits.DecompressedBytesBeforeRatio && _decompressedBytes / _limits.DecompressionRatio > _file.Count)
            {
                Damage = (ProblemCodes.GzipRatio,
                    $"It grows more than {_limits.DecompressionRatio}-fold when decompressed, which text doesn't; the rest was not read. Decompress it by hand if it is meant so.");
                return 0;
            }

            return read;
        }
        catch (InvalidDataException error)
        {
            // The decoder tells the two apart in words only.
            bool ended = error.Message.Contains("truncated", StringComparison.OrdinalIgnoreCase);
            Damage = ended
                ? (ProblemCodes.GzipTruncated, "The gzip file ends before its end: it was cut short. The records before the cut were read.")
                : (ProblemCodes.GzipDamaged, "The gzip data is damaged from here on. The records before were read.");
            return 0;
        }
        catch (IOException error)
        {
            Damage = (ProblemCodes.FileUnreadable, $"Reading failed: {error.Message}");
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip?.Dispose();
            Content.Dispose();
        }

        base.Dispose(disposing);
    }
}
