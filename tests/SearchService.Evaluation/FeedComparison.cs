using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using SearchService.Core.Articles;

namespace SearchService.Evaluation;

/// <summary>Compares articles of feeds with what a reference parser reads, value by value.</summary>
internal sealed class FeedComparison
{
    private static readonly string[] Values = ["title", "link", "guid or id", "date", "author", "categories", "text"];

    private readonly int[] _given = new int[Values.Length];
    private readonly int[] _equal = new int[Values.Length];

    public int Files { get; private set; }

    public int Items { get; private set; }

    /// <summary>File, number of the item, value, what was read, what the reference reads.</summary>
    public List<string> Differences { get; } = [];

    public IEnumerable<(string Value, int Given, int Equal)> Figures => Values.Select((value, i) => (value, _given[i], _equal[i]));

    /// <summary>The file of the reference for a feed: <c>heise.json</c> for <c>rp_heise.atom</c>.</summary>
    public static string NameOf(string feed) => Path.GetFileNameWithoutExtension(feed.StartsWith("rp_", StringComparison.Ordinal) ? feed[3..] : feed) + ".json";

    /// <summary>The items that the reference reads.</summary>
    public static IReadOnlyList<JsonElement> Expected(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        string json = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        JsonElement root = JsonDocument.Parse(json).RootElement;
        root = root.TryGetProperty("feed", out JsonElement feed) ? feed : root;
        return [.. root.GetProperty("items").EnumerateArray()];
    }

    public void Compare(FeedEvaluation.FeedFile file, IReadOnlyList<JsonElement> expected)
    {
        Files++;
        Items += expected.Count;
        IReadOnlyList<Article?> records = file.Records;
        if (records.Count != expected.Count)
        {
            Differences.Add($"{file.Name}\t-\titems\t{records.Count}\t{expected.Count}");
        }

        for (int i = 0; i < expected.Count; i++)
        {
            JsonElement item = expected[i];
            Article? article = i < records.Count ? records[i] : null;
            Check(0, Text(item, "title"), article?.Title, static (want, got) => Line(want) == got);
            Check(1, Text(item, "link"), article?.Url, static (want, got) => want.Trim() == got);
            Check(2, Text(item, "guid") ?? Text(item, "id"), article?.Id, static (want, got) => want.Trim() == got);
            Check(3, Text(item, "isoDate"), article?.Date?.ToString(), (want, got) => IsDay(want, Text(item, "pubDate") ?? Text(item, "date") ?? want, got));
            Check(4, Text(item, "creator") ?? Text(item, "author"), article is null ? null : string.Join(", ", article.Authors), static (want, got) => IsByline(want, got));
            Check(5, Categories(item), article is null ? null : string.Join("|", article.Topics), static (want, got) => want == got);
            Check(6, TextOf(item), article?.Text, static (want, got) => Letters(want) == Letters(got));

            void Check(int value, string? want, string? got, Func<string, string, bool> isEqual)
            {
                if (string.IsNullOrWhiteSpace(want))
                {
                    return;
                }

                _given[value]++;
                if (got is not null && isEqual(want, got))
                {
                    _equal[value]++;
                }
                else
                {
                    Differences.Add($"{file.Name}\t{i}\t{Values[value]}\t{Line(got ?? "(refused)")}\t{Line(want)}");
                }
            }
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("_", out JsonElement text) => text.GetString(),
            _ => null,
        }
        : null;

    private static string? Categories(JsonElement item) =>
        !item.TryGetProperty("categories", out JsonElement categories) ? null
        : string.Join("|", categories.EnumerateArray()
            .Select(static category => category.ValueKind == JsonValueKind.String ? category.GetString() : category.TryGetProperty("_", out JsonElement text) ? text.GetString() : null)
            .Select(static category => Line(category ?? "")).Where(static category => category.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase));

    // The fuller of what the reference gives, as the browser would show it.
    private static string? TextOf(JsonElement item)
    {
        string? html = Text(item, "content:encoded") ?? Text(item, "content") ?? Text(item, "summary");
        return html is null ? null : new HtmlParser().ParseDocument($"<body>{html}").Body?.TextContent;
    }

    // The day that is printed, or that of the same moment in Greenwich.
    private static bool IsDay(string moment, string printed, string got)
    {
        if (moment.StartsWith(got, StringComparison.Ordinal))
        {
            return true;
        }

        return DateOnly.TryParseExact(got, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && DateOnly.TryParseExact(moment[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly greenwich)
            && Math.Abs(day.DayNumber - greenwich.DayNumber) == 1
            && (printed.Contains(got, StringComparison.Ordinal) || printed.Contains(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    // One byline, or its names.
    private static bool IsByline(string want, string got) => Letters(want).Replace("and", "", StringComparison.Ordinal) == Letters(got).Replace("and", "", StringComparison.Ordinal);

    private static string Line(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string value) => string.Concat(value.EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
