using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Boilerplate;
using SearchService.Ingestion.Extraction.Pasted;
using SearchService.Ingestion.Outlets;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Pasted pages: what is found in pages as scraped, and what is lost of articles that hold nothing else.</summary>
internal sealed class PastedEvaluation : IEvaluation
{
    private const string Folder = "articles/csto";

    public string Name => "csto";

    public IReadOnlyList<string> Needs => [$"{Folder}/gold.jsonl", $"{Folder}/outlets.csv", UsNews.Small];

    public void Run(Report report, string findings)
    {
        Pages(report, findings);
        Losses(report, findings);
    }

    private static void Pages(Report report, string findings)
    {
        string folder = SharedData.PathOf(Folder);
        ArticleSetOptions options = new()
        {
            Outlets = OutletRegistryReader.Read(Path.Combine(folder, "outlets.csv"), static _ => { }),
            NotArticles = [Path.Combine(folder, "outlets.csv"), Path.Combine(folder, "gold.jsonl")],
        };
        Dictionary<string, Article> articles = new ArticleSetReader(options).Read([folder])
            .Select(static outcome => outcome.Article).OfType<Article>().ToDictionary(static article => article.File!, StringComparer.Ordinal);
        string[] fields = ["title", "authors", "source", "country", "stance", "date"];
        report.Section("Pages as scraped (csto)");
        report.Row(["page", .. fields, "must have", "must not have"]);
        report.Row(["---", .. Enumerable.Repeat("---", fields.Length), "---:", "---:"]);
        int whole = 0, pages = 0;
        using StreamWriter wrong = new(Path.Combine(findings, "pages.txt"));
        foreach (string line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            JsonElement gold = JsonDocument.Parse(line).RootElement;
            string file = gold.GetProperty("file").GetString()!;
            Article article = articles[file];
            string[] wanted = [.. fields.Select(field => gold.GetProperty(field).ToString())];
            string[] found = [article.Title, JsonSerializer.Serialize(article.Authors), article.Source ?? "", article.Country ?? "", article.Stance ?? "", article.Date?.ToString() ?? ""];
            bool[] right = [.. wanted.Select((value, i) => i == 1
                ? gold.GetProperty("authors").EnumerateArray().Select(static author => author.GetString()).SequenceEqual(article.Authors)
                : value == found[i])];
            (string[] has, string[] hasNot) = (StringsOf(gold, "body_has"), StringsOf(gold, "body_has_not"));
            string[] missing = [.. has.Where(words => !article.Text.Contains(words, StringComparison.Ordinal))];
            string[] left = [.. hasNot.Where(words => article.Text.Contains(words, StringComparison.Ordinal))];
            report.Row([file.Split('_')[0], .. right.Select(static good => good ? "right" : "wrong"), $"{has.Length - missing.Length} of {has.Length}", $"{hasNot.Length - left.Length} of {hasNot.Length}"]);
            pages++;
            whole += right.All(static good => good) && missing.Length + left.Length == 0 ? 1 : 0;
            foreach ((string what, string value) in right.Select((good, i) => (good, i)).Where(static entry => !entry.good).Select(entry => ($"{fields[entry.i]}, wanted {wanted[entry.i]}", found[entry.i]))
                .Concat(missing.Select(static words => ("missing", words))).Concat(left.Select(static words => ("left in", words))))
            {
                wrong.WriteLine($"{file}: {what}: {value}");
            }

            File.WriteAllText(Path.Combine(findings, file), $"{article.Title}\n\n{article.Text}\n");
        }

        report.Line();
        report.Line($"**{whole} of {pages}** pages with every field right, every string that must be there, and none that must not. Goal: all.");
    }

    private static void Losses(Report report, string findings)
    {
        PastedPageReader reader = new(OutletRegistry.Empty, new DateReader(new DateOnly(1500, 1, 1), new DateOnly(2030, 1, 1)));
        long units = 0, lost = 0, unknown = 0;
        int articles = 0, touched = 0;
        SortedDictionary<string, (int Paragraphs, long Units)> kinds = new(StringComparer.Ordinal);
        using StreamWriter list = new(Path.Combine(findings, "losses.txt"));
        foreach (Article article in UsNews.Read())
        {
            string text = TextNormalizer.Paragraphs(article.Text);
            string[] paragraphs = text.Split("\n\n");
            Dictionary<string, int> kept = reader.Read($"{article.Title}\n\n{article.Text}").Body.Split("\n\n")
                .GroupBy(static paragraph => paragraph, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
            articles++;
            units += text.Length;
            bool any = false;
            for (int i = 0; i < paragraphs.Length; i++)
            {
                if (paragraphs[i] == TextNormalizer.Line(article.Title))
                {
                    continue;
                }

                if (kept.GetValueOrDefault(paragraphs[i]) > 0)
                {
                    kept[paragraphs[i]]--;
                    continue;
                }

                Line line = Line.Of(paragraphs[i]);
                string kind = line.IsText ? line.IsProse ? "Prose" : "Short line" : line.Kind.ToString();
                (int count, long length) = kinds.GetValueOrDefault(kind);
                kinds[kind] = (count + 1, length + paragraphs[i].Length);
                any = true;
                lost += paragraphs[i].Length;
                unknown += line.IsText ? paragraphs[i].Length : 0;
                list.WriteLine($"{kind}\t{article.Id}\t{i + 1}/{paragraphs.Length}\t{paragraphs[i]}");
            }

            touched += any ? 1 : 0;
        }

        report.Section("What pasting loses of articles (us-news)");
        report.Line($"{articles:N0} articles of `{UsNews.Small}`, title and text as if pasted: {lost:N0} of {units:N0} characters ({lost * 100.0 / units:0.00} %) in {touched:N0} articles are taken for what stands around an article; {unknown:N0} ({unknown * 100.0 / units:0.000} %) of them by their place, being no wording that is known.");
        report.Line();
        report.Row("taken for", "paragraphs", "characters");
        report.Row("---", "---:", "---:");
        foreach ((string kind, (int count, long length)) in kinds.OrderByDescending(static entry => entry.Value.Units))
        {
            report.Row(kind, $"{count:N0}", $"{length:N0}");
        }
    }

    private static string[] StringsOf(JsonElement gold, string property) =>
        [.. gold.GetProperty(property).EnumerateArray().Select(static words => words.GetString()!)];
}
