using System.IO.Compression;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>
/// The content of a file, decompressed where it is compressed. What goes wrong underneath ends the stream and is kept in
/// <see cref="Damage"/>, so that the records before it are read like any others.
/// </summary>
internal sealed class GuardedStream : ReadOnlyStream
{
    // Without this switch the decoder takes the end of a file for the end of its data, and a cut goes unnoticed. It is looked at once
    // a process, so programs that decompress before set it in their runtime configuration.
    static GuardedStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private readonly Stream _content;
    private readonly DecompressionBudget _budget;
    private readonly bool _grows;

    /// <param name="content">As it is on the disk or in the archive; closed with this.</param>
    /// <param name="isGzip">Whether it has to be decompressed.</param>
    /// <param name="grows">Whether what comes out has been decompressed, here or underneath.</param>
    /// <param name="budget">For what is decompressed here or underneath.</param>
    public GuardedStream(Stream content, bool isGzip, bool grows, DecompressionBudget budget)
    {
        _content = isGzip ? new GZipStream(content, CompressionMode.Decompress) : content;
        _budget = budget;
        _grows = grows || isGzip;
    }

    /// <summary>What ended the stream early: a code of <see cref="ProblemCodes"/> and a sentence.</summary>
    public (string Code, string Reason)? Damage { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Damage is not null || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            int read = _content.Read(buffer);
            if (_grows && !_budget.TryTake(read))
            {
                Damage = (ProblemCodes.GzipRatio, _budget.Reason);
                return 0;
            }

            return read;
        }
        catch (ArchiveDamageException error)
        {
            Damage = (ProblemCodes.ArchiveDamaged, error.Message);
            return 0;
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
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
