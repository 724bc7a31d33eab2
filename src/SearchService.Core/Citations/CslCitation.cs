using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>A list of one item in CSL JSON. Authors are literal names: nothing is taken for a family name.</summary>
internal static class CslCitation
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true, NewLine = "\n" };

    public static string Write(Article article, IndexState archive)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("id", article.Id);
            json.WriteString("type", "article-newspaper");
            WriteText(json, "title", article.Title);
            WriteText(json, "container-title", article.Source);
            WriteAuthors(json, article.Authors);
            WriteDate(json, article);
            WriteText(json, "URL", article.Url is { } url ? CitedText.Address(url) : null);
            WriteText(json, "language", article.Language);
            json.WriteString("archive", CitedText.OneLine(archive.Name));
            json.WriteString("archive_location", $"generation {archive.Generation}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null && CitedText.OneLine(value) is { Length: > 0 } line)
        {
            json.WriteString(name, line);
        }
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> authors)
    {
        string[] named = [.. authors.Select(CitedText.OneLine).Where(static author => author.Length > 0)];
        if (named.Length == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (string author in named)
        {
            json.WriteStartObject();
            json.WriteString("literal", author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As many parts as are known; a date that wasn't understood as it was given.</summary>
    private static void WriteDate(Utf8JsonWriter json, Article article)
    {
        if (article is { Date: null, DateAsGiven: null })
        {
            return;
        }

        json.WriteStartObject("issued");
        if (article.Date is { } date)
        {
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            int[] parts = [date.First.Year, date.First.Month, date.First.Day];
            foreach (int part in parts[..(date.Precision switch { DatePrecision.Year => 1, DatePrecision.Month => 2, _ => 3 })])
            {
                json.WriteNumberValue(part);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("literal", CitedText.OneLine(article.DateAsGiven!));
        }

        json.WriteEndObject();
    }
}
