using System.Globalization;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Articles;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Title, authors, date, outlet and language of saved pages, against what people and another reader say of them.</summary>
/// <remarks>
/// Titles and names are compared by their letters and digits alone, authors as sets, dates by day, languages by their code. A field is
/// counted where the other side gives it; <c>mozilla</c> is the expected output of another program, so what differs there may be right.
/// </remarks>
internal sealed class MetadataEvaluation : IEvaluation
{
    private static readonly string[] Fields = ["title", "authors", "date", "site", "language"];

    public string Name => "metadata";

    public IReadOnlyList<string> Needs => ["html/mozilla/gold.jsonl", "html/trafilatura/segments.jsonl"];

    public void Run(Report report, string findings)
    {
        report.Section("What saved pages say of themselves");
        report.Line("Share of pages whose value is right, of those where the labels give one. A row *other half* has the half of the pages, by their names, whose errors were looked at last.");
        report.Line();
        report.Row(["set", .. Fields]);
        report.Row(["---", .. Fields.Select(static _ => "---:")]);
        using StreamWriter errors = new(Path.Combine(findings, "errors.tsv"));
        errors.WriteLine("set\tpage\tfield\torigin\texpected\tfound");
        Measure(report, errors, "mozilla", "html/mozilla/gold.jsonl", OfMozilla);
        Measure(report, errors, "trafilatura", "html/trafilatura/segments.jsonl", OfTrafilatura);
    }

    private static void Measure(Report report, TextWriter errors, string set, string goldPath, Func<JsonElement, Label> read)
    {
        string folder = Path.Combine(SharedData.PathOf(goldPath), "..");
        Dictionary<string, Label> labels = File.ReadLines(SharedData.PathOf(goldPath)).Select(line => read(JsonDocument.Parse(line).RootElement)).ToDictionary(static label => label.File);
        Dictionary<string, Article> articles = [];
        foreach (string file in labels.Keys)
        {
            // Each by itself: some pages of these sets are the same article, which is one in an archive.
            foreach (ReadOutcome outcome in new ArticleSetReader(new ArticleSetOptions()).Read([Path.GetFullPath(Path.Combine(folder, "pages", file))]))
            {
                if (outcome.Article is { } article)
                {
                    articles[file] = article;
                }
            }
        }

        foreach ((string row, Func<Label, bool> isCounted) in new (string, Func<Label, bool>)[]
        {
            (set, static _ => true),
            ($"{set}, news", static label => label.IsNews),
            ($"{set}, other half", static label => label.IsOfOtherHalf),
        })
        {
            if (!labels.Values.Any(isCounted))
            {
                continue;
            }

            int[] right = new int[Fields.Length], given = new int[Fields.Length];
            foreach (Label label in labels.Values.Where(isCounted))
            {
                Article article = articles.GetValueOrDefault(label.File) ?? new Article { Id = label.File };
                for (int field = 0; field < Fields.Length; field++)
                {
                    if (Compare(label, article, field) is { } comparison)
                    {
                        given[field]++;
                        right[field] += comparison.IsRight ? 1 : 0;
                        if (!comparison.IsRight && row == set)
                        {
                            errors.WriteLine(string.Join('\t', set, label.File, Fields[field], comparison.Origin, Cell(comparison.Expected), Cell(comparison.Found)));
                        }
                    }
                }
            }

            report.Row([row, .. Fields.Select((_, field) => given[field] == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * right[field] / given[field]:0.0} % of {given[field]}"))]);
        }
    }

    private static Comparison? Compare(Label label, Article article, int field) => field switch
    {
        0 => label.Title is null ? null : Of(label.Title, article.Title, NameKey.Of(label.Title) == NameKey.Of(article.Title), article.From.Title),
        1 => label.Authors.Count == 0 ? null : Of(string.Join("; ", label.Authors), string.Join("; ", article.Authors), Keys(label.Authors).SetEquals(Keys(article.Authors)), article.From.Authors),
        2 => label.Date is null ? null : Of(label.Date, article.Date?.ToString() ?? article.DateAsGiven ?? "", label.Date == article.Date?.ToString(), article.From.Date),
        3 => label.Site is null ? null : Of(label.Site, article.Source ?? "", NameKey.Of(label.Site) == NameKey.Of(article.Source ?? ""), article.From.Source),
        _ => label.Language is null ? null : Of(label.Language, article.Language ?? "", label.Language == article.Language, article.From.Language),
    };

    private static Comparison Of(string expected, string found, bool isRight, ValueOrigin? origin) => new(expected, found, isRight, origin);

    private static HashSet<string> Keys(IEnumerable<string> names) => [.. names.Select(NameKey.Of)];

    private static string Cell(string value) => value.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static Label OfMozilla(JsonElement gold) => new(
        Path.GetFileName(Text(gold, "file")!),
        gold.GetProperty("news").GetBoolean(),
        Text(gold, "title"),
        AuthorNames.Split(TextNormalizer.Line(Text(gold, "byline") ?? "")),
        Day(Text(gold, "published")),
        Text(gold, "site"),
        Text(gold, "lang") is { } tag && CodeTable.Languages.TryFindTag(tag, out string code) ? code : null);

    private static Label OfTrafilatura(JsonElement gold) => new(
        Path.GetFileName(Text(gold, "file")!),
        IsNews: false,
        Text(gold, "title"),
        gold.TryGetProperty("author", out JsonElement author) && author.ValueKind == JsonValueKind.Array
            ? AuthorNames.Of(author.EnumerateArray().Select(static name => name.GetString() ?? ""))
            : AuthorNames.Split(Text(gold, "author") ?? ""),
        Day(Text(gold, "date")),
        Text(gold, "sitename"),
        null);

    private static string? Day(string? date) => date is { Length: >= 10 } ? date[..10] : null;

    private static string? Text(JsonElement gold, string name) =>
        gold.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private sealed record Label(string File, bool IsNews, string? Title, IReadOnlyList<string> Authors, string? Date, string? Site, string? Language)
    {
        /// <summary>Half of the pages, by their names.</summary>
        public bool IsOfOtherHalf { get; } = File.Sum(static unit => unit) % 2 == 1;
    }

    private sealed record Comparison(string Expected, string Found, bool IsRight, ValueOrigin? Origin);
}
