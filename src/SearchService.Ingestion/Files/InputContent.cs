using System.Text;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>An open file of articles, as UTF-8 without a byte order mark (or as bytes of another encoding, if it has no mark).</summary>
/// <remarks>Gzip is told by its first two bytes, not by the name; UTF-16 and UTF-32 by their byte order marks.</remarks>
internal sealed class InputContent : IDisposable
{
    private const int HeadLength = 4096;

    private readonly GuardedStream _guard;

    private InputContent(GuardedStream guard, Stream stream) => (_guard, Stream) = (guard, stream);

    /// <summary>The bytes, from the first after any byte order mark.</summary>
    public Stream Stream { get; }

    /// <summary>What ended <see cref="Stream"/> before the end of the file; known once it has ended.</summary>
    public (string Code, string Reason)? Damage => _guard.Damage;

    /// <summary>Opens a file.</summary>
    /// <param name="file">Which.</param>
    /// <param name="limits">For decompression.</param>
    /// <param name="progress">Told of the bytes read off the disk, or null.</param>
    /// <param name="refusal">Why it can't be read: a code and a sentence.</param>
    /// <returns>Null when it can't be read.</returns>
    public static InputContent? Open(InputFile file, IngestionLimits limits, ReadProgress? progress, out (string Code, string Reason) refusal)
    {
        FileStream disk;
        try
        {
            disk = new FileStream(file.Path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 1 << 16,
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = (ProblemCodes.FileUnreadable, error.Message);
            return null;
        }

        CountedStream counted = new(disk, progress);
        GuardedStream? guard = null;
        try
        {
            byte[] magic = new byte[2];
            int magicLength = Fill(counted, magic);
            bool isGzip = magicLength == 2 && magic is [0x1F, 0x8B];
            guard = new GuardedStream(counted, new PrefixedStream(magic.AsMemory(0, magicLength), counted), isGzip, limits);

            byte[] head = new byte[HeadLength];
            int length = Fill(guard, head);
            if (length == 0)
            {
                refusal = guard.Damage ?? (ProblemCodes.FileEmpty, "The file is empty.");
                guard.Dispose();
                return null;
            }

            Encoding? encoding = ByteOrderMark(head.AsSpan(0, length), out int markLength);
            if (encoding is null && head.AsSpan(0, length).Contains((byte)0))
            {
                refusal = (ProblemCodes.FileBinary, "The file holds binary data, not text (it has NUL bytes and no byte order mark).");
                guard.Dispose();
                return null;
            }

            Stream stream = new PrefixedStream(head.AsMemory(markLength, length - markLength), guard);
            refusal = default;
            return new InputContent(guard, encoding is null or UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8));
        }
        catch (IOException error)
        {
            guard?.Dispose();
            counted.Dispose();
            refusal = (ProblemCodes.FileUnreadable, error.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        _guard.Dispose();
    }

    private static int Fill(Stream stream, Span<byte> buffer)
    {
        int length = 0;
        while (length < buffer.Length)
        {
            int read = stream.Read(buffer[length..]);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> head, out int length)
    {
        (Encoding? encoding, length) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4),
            [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }
}
