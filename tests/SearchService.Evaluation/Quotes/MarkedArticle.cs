using System.IO.Compression;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Quotes;

/// <summary>An article whose quotations people have marked.</summary>
/// <param name="Id">Of the article.</param>
/// <param name="Text">Its text.</param>
/// <param name="Attributions">What somebody is said to have said, directly or not.</param>
/// <param name="Segments">What stands between double marks.</param>
internal sealed record MarkedArticle(string Id, string Text, IReadOnlyList<MarkedQuote> Attributions, IReadOnlyList<MarkedQuote> Segments)
{
    /// <summary>Where they are.</summary>
    public const string Folder = "quotes";

    /// <summary>Reads a part of the set; of an article that several people marked, the first one's marks.</summary>
    /// <param name="part">train or dev.</param>
    public static IReadOnlyList<MarkedArticle> Read(string part)
    {
        Dictionary<string, IReadOnlyList<MarkedQuote>> segments = Records($"{Folder}/{part}.quoted_segments.jsonl.gz")
            .ToDictionary(static record => record.Id, static record => record.Quotes, StringComparer.Ordinal);
        return [.. Records($"{Folder}/{part}.attributions.jsonl.gz").DistinctBy(static record => record.Id).Select(record => record with { Segments = segments.GetValueOrDefault(record.Id, []) })
            .Select(static record => new MarkedArticle(record.Id, record.Text, record.Quotes, record.Segments))];
    }

    private static IEnumerable<Record> Records(string path)
    {
        using GZipStream unpacked = new(File.OpenRead(SharedData.PathOf(path)), CompressionMode.Decompress);
        using StreamReader lines = new(unpacked);
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string text = root.GetProperty("text").GetString()!;
            int[] offsets = Offsets(text);
            yield return new Record(root.GetProperty("id").GetString()!, text, [.. root.GetProperty("quotes").EnumerateArray().Select(quote => Quote(quote, offsets))], []);
        }
    }

    private static MarkedQuote Quote(JsonElement quote, int[] offsets)
    {
        TextSpan Span(int start, int end) => new(offsets[start], offsets[end]);
        TextSpan? Named(string name) => quote.TryGetProperty(name + "_start", out JsonElement start) && start.ValueKind == JsonValueKind.Number
            ? Span(start.GetInt32(), quote.GetProperty(name + "_end").GetInt32())
            : null;
        TextSpan whole = Span(quote.GetProperty("start").GetInt32(), quote.GetProperty("end").GetInt32());
        TextSpan[] parts = quote.TryGetProperty("parts", out JsonElement given)
            ? [.. given.EnumerateArray().Select(part => Span(part[0].GetInt32(), part[1].GetInt32())).OrderBy(static part => part.Start)]
            : [whole];
        string? kind = (quote.TryGetProperty("type", out JsonElement type) ? type : quote.GetProperty("kind")).GetString();
        bool attributed = !quote.TryGetProperty("attributed", out JsonElement isSpeech) || isSpeech.GetBoolean();
        bool closed = !quote.TryGetProperty("closed", out JsonElement isClosed) || isClosed.GetBoolean();
        return new MarkedQuote(parts, kind, attributed, closed, Named("speaker"), Named("verb"));
    }

    // Offsets of the set count code points; ours count UTF-16 units.
    private static int[] Offsets(string text)
    {
        List<int> offsets = [];
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            offsets.Add(i);
        }

        offsets.Add(text.Length);
        return [.. offsets];
    }

    private sealed record Record(string Id, string Text, IReadOnlyList<MarkedQuote> Quotes, IReadOnlyList<MarkedQuote> Segments);
}

/// <summary>A quotation as people have marked it.</summary>
/// <param name="Parts">Its spans, quotation marks included, ascending.</param>
/// <param name="Kind">direct, mixed or indirect; null where nobody is said to have said it.</param>
/// <param name="IsSpeech">Whether somebody is said to have said it.</param>
/// <param name="IsClosed">Whether a mark closes it.</param>
/// <param name="Speaker">The phrase that names the speaker.</param>
/// <param name="Cue">The words that say that something is said.</param>
internal sealed record MarkedQuote(TextSpan[] Parts, string? Kind, bool IsSpeech, bool IsClosed, TextSpan? Speaker, TextSpan? Cue);
