using System.Text;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>An open file of articles, and what its beginning tells of it.</summary>
/// <remarks>
/// Gzip is told by its first two bytes, not by the name; UTF-16 and UTF-32 by their byte order marks, or by their zeros. Tables and JSON
/// come as UTF-8 whatever they were in; pages, texts and feeds declare their encoding or are judged as a whole, and come as they are.
/// </remarks>
internal sealed class InputContent : IDisposable
{
    private const int HeadLength = 64 << 10;
    private const int LengthForBinary = 4096;

    private readonly GuardedStream _file;
    private readonly GuardedStream _guard;

    private InputContent(GuardedStream file, GuardedStream guard, Stream stream, InputFormat format, DecompressionBudget budget) =>
        (_file, _guard, Stream, Format, Budget) = (file, guard, stream, format, budget);

    /// <summary>The bytes, from the first after any byte order mark.</summary>
    public Stream Stream { get; }

    /// <summary>What the file holds: as its content says, or else its name.</summary>
    public InputFormat Format { get; }

    /// <summary>Whether <see cref="Stream"/> is UTF-8 by a byte order mark, whatever is declared inside.</summary>
    public bool IsMarkedUtf8 { get; private init; }

    /// <summary>For what is decompressed inside, such as the body of an answer.</summary>
    public DecompressionBudget Budget { get; }

    /// <summary>What one may want to know: codes and sentences.</summary>
    public IReadOnlyList<(string Code, string Reason)> Notes { get; private init; } = [];

    /// <summary>What ended <see cref="Stream"/> before the end of the file; known once it has ended.</summary>
    public (string Code, string Reason)? Damage => _file.Damage ?? _guard.Damage;

    /// <summary>Opens a file.</summary>
    /// <param name="source">Which.</param>
    /// <param name="names">By which a header of columns is known.</param>
    /// <param name="budget">For decompression.</param>
    /// <param name="refusal">Why it isn't read.</param>
    /// <returns>Null when it isn't read.</returns>
    public static InputContent? Open(ContentSource source, FieldNames names, DecompressionBudget budget, out Refusal refusal)
    {
        GuardedStream? file = null, guard = null;
        InputContent? content = null;
        refusal = default;
        try
        {
            file = new GuardedStream(source.Open(budget), isGzip: false, grows: source.IsDecompressed, budget);
            byte[] magic = new byte[2];
            int magicLength = Fill(file, magic);
            bool isGzip = magicLength == 2 && magic is [0x1F, 0x8B];
            guard = new GuardedStream(new PrefixedStream(magic.AsMemory(0, magicLength), file), isGzip, grows: false, budget);

            byte[] head = GC.AllocateUninitializedArray<byte>(HeadLength);
            int length = Fill(guard, head);
            if (length > 0)
            {
                content = Judge(source, isGzip, names, budget, file, guard, head.AsMemory(0, length), out refusal);
            }
            else if ((file.Damage ?? guard.Damage) is { } damage)
            {
                refusal = new Refusal(damage.Code, damage.Reason);
            }
            else
            {
                refusal = new Refusal(ProblemCodes.FileEmpty, "The file is empty.");
            }
        }
        catch (ArchiveDamageException error)
        {
            refusal = new Refusal(ProblemCodes.ArchiveDamaged, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = new Refusal(ProblemCodes.FileUnreadable, error.Message);
        }

        if (content is null)
        {
            guard?.Dispose();
            file?.Dispose();
        }

        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        _guard.Dispose();
        _file.Dispose();
    }

    private static InputContent? Judge(
        ContentSource source,
        bool isGzip,
        FieldNames names,
        DecompressionBudget budget,
        GuardedStream disk,
        GuardedStream guard,
        ReadOnlyMemory<byte> head,
        out Refusal refusal)
    {
        InputFile file = source.File;
        Encoding? encoding = UnicodeMarks.Find(head.Span, out int markLength);
        bool marked = encoding is not null;
        head = head[markLength..];
        if (!marked && !head.Span.StartsWith("WARC/"u8) && BinaryKind.Of(head.Span[..Math.Min(head.Length, LengthForBinary)]) is { } kind)
        {
            refusal = !BinaryKind.IsZipArchive(head.Span) ? new Refusal(ProblemCodes.FileBinary, $"The file holds {kind}.", file.Format is null && !file.IsNamed ? kind : null)
                : source.Entry < 0 && !isGzip ? new Refusal(ProblemCodes.FileBinary, "The file is a zip archive.", IsArchive: true)
                : new Refusal(ProblemCodes.ArchiveNested, "An archive inside an archive, or inside gzip, isn't read: unpack it once by hand.");
            return null;
        }

        List<(string, string)> notes = [];
        string beginning = (encoding ?? Encoding.Latin1).GetString(head.Span);
        if (FormatOf(file, names, beginning, notes) is not { } format)
        {
            string holds = ContentSniffer.IsXml(beginning) ? "XML that is no feed" : "text that is no page, feed, table or JSON";
            refusal = new Refusal(ProblemCodes.FormatUnknown, $"The name says no format that is read ({InputFile.Formats}), and the content is {holds}.", holds);
            return null;
        }

        if (!marked && format is InputFormat.Json or InputFormat.JsonLines or InputFormat.Csv or InputFormat.Tsv && EncodingGuess.Of(head.Span) is { } guess)
        {
            // Windows-1252 stays as it is: the values are read as a mixture of it and UTF-8, each byte for itself.
            encoding = guess.Encoding.CodePage == 1252 ? null : guess.Encoding;
            if (encoding is not null)
            {
                notes.Add((ProblemCodes.EncodingGuessed, $"The file isn't UTF-8; by its letters it is {encoding.WebName}, and was read as such."));
            }
        }

        refusal = default;
        Stream stream = new PrefixedStream(head, guard);
        return new InputContent(disk, guard, encoding is null or UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8), format, budget)
        {
            IsMarkedUtf8 = marked,
            Notes = notes,
        };
    }

    private static InputFormat? FormatOf(InputFile file, FieldNames names, ReadOnlySpan<char> beginning, List<(string, string)> notes)
    {
        InputFormat? said = file.Format;
        InputFormat? found = ContentSniffer.Recognise(
            beginning, names, expectsMarkup: said is null or InputFormat.Html or InputFormat.Feed, expectsText: said is null or InputFormat.Text);
        if (found is null || said is null)
        {
            // Who names a file means it as an article; what merely lies in a folder may be anything.
            return found ?? said ?? (file.IsNamed && !ContentSniffer.IsXml(beginning) ? InputFormat.Text : null);
        }

        bool agrees = found == said
            || (said == InputFormat.Json && found == InputFormat.JsonLines)
            || (said is InputFormat.JsonLines && found == InputFormat.Json && beginning.TrimStart()[0] == '{' && beginning.TrimStart()[1..].TrimStart(" \t")[0] is not ('\r' or '\n'));
        if (agrees)
        {
            return said;
        }

        notes.Add((ProblemCodes.FormatByContent, $"The name says {Describe(said.Value)}, the content is {Describe(found.Value)} and was read as such."));
        return found;
    }

    private static string Describe(InputFormat format) => format switch
    {
        InputFormat.JsonLines => "JSON Lines",
        InputFormat.Json => "JSON",
        InputFormat.Csv or InputFormat.Tsv => "a table",
        InputFormat.Html => "an HTML page",
        InputFormat.Feed => "a feed",
        InputFormat.Warc => "a WARC file",
        InputFormat.Zip => "a zip archive",
        _ => "text",
    };

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
}
