using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;

namespace SearchService.Backend;

/// <summary>Articles as the bytes that are stored with a document.</summary>
/// <remarks>
/// A version byte (3), then the fields in the order of <see cref="Encode"/>. Text: its length in UTF-8 bytes as a 7-bit varint,
/// then the bytes; null and empty alike are length 0. Lists: a varint count, then the items. A span: two varints, the same twice for none.
/// Where a value came from: 0 for null, else the enumeration's value plus 1.
/// </remarks>
public static class ArticleCodec
{
    private const byte Version = 3;

    /// <summary>Writes an article.</summary>
    /// <param name="article">What is stored.</param>
    /// <param name="fingerprint">
    /// Of its content, up to what was found in it and about it: an article that moved to another file, of which another version was found, or in which
    /// more quotations are recognised now, is the same article.
    /// </param>
    public static byte[] Encode(Article article, out long fingerprint)
    {
        using MemoryStream bytes = new(article.Text.Length + 512);
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(article.Id);
        writer.Write(article.Url ?? "");
        writer.Write(article.Title);
        writer.Write(article.Source ?? "");
        writer.Write(article.Country ?? "");
        writer.Write(article.Stance ?? "");
        writer.Write(article.Date?.ToString() ?? "");
        writer.Write(article.DateAsGiven ?? "");
        WriteList(writer, article.Authors);
        WriteList(writer, article.Topics);
        writer.Write(article.Language ?? "");
        Write(writer, article.From.Source);
        Write(writer, article.From.Country);
        Write(writer, article.From.Stance);
        Write(writer, article.From.Date);
        Write(writer, article.From.Title);
        Write(writer, article.From.Url);
        Write(writer, article.From.Authors);
        Write(writer, article.From.Language);
        writer.Write(article.Text);
        writer.Flush();
        fingerprint = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Position)));
        writer.Write7BitEncodedInt(article.Quotes.Count);
        foreach (Quote quote in article.Quotes)
        {
            Write(writer, quote);
        }

        WriteList(writer, article.People);
        writer.Write(article.Story ?? "");
        writer.Write(article.File ?? "");
        return bytes.ToArray();
    }

    /// <summary>Reads an article.</summary>
    /// <param name="stored">What <see cref="Encode"/> wrote.</param>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Encode"/> wrote.</exception>
    public static Article Decode(byte[] stored)
    {
        try
        {
            using BinaryReader reader = new(new MemoryStream(stored, writable: false), Encoding.UTF8);
            byte version = reader.ReadByte();
            return version == Version ? Read(reader) : throw new InvalidDataException($"A stored article has version {version}; version {Version} is understood.");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException or IOException)
        {
            throw new InvalidDataException("A stored article is damaged.", exception);
        }
    }

    private static Article Read(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Url = ReadOptional(reader),
        Title = reader.ReadString(),
        Source = ReadOptional(reader),
        Country = ReadOptional(reader),
        Stance = ReadOptional(reader),
        Date = ArticleDate.TryParse(reader.ReadString(), out ArticleDate date) ? date : null,
        DateAsGiven = ReadOptional(reader),
        Authors = ReadList(reader),
        Topics = ReadList(reader),
        Language = ReadOptional(reader),
        From = new ArticleOrigins
        {
            Source = ReadOrigin(reader),
            Country = ReadOrigin(reader),
            Stance = ReadOrigin(reader),
            Date = ReadOrigin(reader),
            Title = ReadOrigin(reader),
            Url = ReadOrigin(reader),
            Authors = ReadOrigin(reader),
            Language = ReadOrigin(reader),
        },
        Text = reader.ReadString(),
        Quotes = [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => ReadQuote(reader))],
        People = ReadList(reader),
        Story = ReadOptional(reader),
        File = ReadOptional(reader),
    };

    private static void Write(BinaryWriter writer, Quote quote)
    {
        writer.Write7BitEncodedInt(quote.Parts.Count);
        foreach (TextSpan part in quote.Parts)
        {
            Write(writer, part);
        }

        writer.Write(quote.Text);
        Write(writer, quote.Span);
        writer.Write(quote.Speaker ?? "");
        writer.Write(quote.SpeakerRole ?? "");
        writer.Write(quote.SpeakerAs ?? "");
        Write(writer, quote.SpeakerSpan ?? default);
        writer.Write(quote.Cue ?? "");
        writer.Write((byte)quote.Kind);
    }

    private static Quote ReadQuote(BinaryReader reader) => new()
    {
        Parts = [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => ReadSpan(reader))],
        Text = reader.ReadString(),
        Span = ReadSpan(reader),
        Speaker = ReadOptional(reader),
        SpeakerRole = ReadOptional(reader),
        SpeakerAs = ReadOptional(reader),
        SpeakerSpan = ReadSpan(reader) is { Length: > 0 } span ? span : null,
        Cue = ReadOptional(reader),
        Kind = (QuoteKind)reader.ReadByte(),
    };

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.End);
    }

    private static TextSpan ReadSpan(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private static void Write(BinaryWriter writer, ValueOrigin? origin) => writer.Write((byte)(origin is { } value ? (int)value + 1 : 0));

    private static ValueOrigin? ReadOrigin(BinaryReader reader) => reader.ReadByte() is var value && value == 0 ? null : (ValueOrigin)(value - 1);

    private static string? ReadOptional(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static void WriteList(BinaryWriter writer, IReadOnlyList<string> items)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (string item in items)
        {
            writer.Write(item);
        }
    }

    private static string[] ReadList(BinaryReader reader) => [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.ReadString())];
}
