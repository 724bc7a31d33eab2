using System.Diagnostics;
using System.Globalization;
using SearchService.Analysis.Languages;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>The language told from texts, against what feeds, pages and people say of them.</summary>
/// <remarks>
/// With <c>LANGUAGE_TEXTS</c> naming the folder that <c>tools/language-model/corpus.py</c> wrote, also a table of the languages that are taken for
/// one another, on the lines that no model was trained on.
/// </remarks>
internal sealed class LanguageEvaluation : IEvaluation
{
    private const string AllNews = "articles/us-news/articles-30k.jsonl.gz";
    private static readonly int[] SampleLetters = [30, 100, 300];

    public string Name => "language";

    public IReadOnlyList<string> Needs => [AllNews, "articles/csto", "feeds", "html/zyte/gold.jsonl", "html/trafilatura/segments.jsonl", "html/mozilla/gold.jsonl"];

    public void Run(Report report, string findings)
    {
        using StreamWriter errors = new(Path.Combine(findings, "language.tsv"));
        List<Article> news = [.. UsNews.Read(AllNews)];
        report.Section("Language of articles");
        report.Line("As ingestion decides where nothing says the language: right or wrong where it is sure, else *none*. What disagrees with a feed or page may be the label's fault.");
        report.Line();
        report.Row("texts", "number", "agree", "none", "disagree", "languages");
        report.Row("---", "---:", "---:", "---:", "---:", "---");
        Write("US news, text", news.Select(article => new LabelledText(article.Id, "en", article.Text)), whole: true);
        Write("US news, headline alone", news.Select(article => new LabelledText(article.Id + " title", "en", article.Title)), whole: false);
        Write("pasted articles", LanguageTexts.OfPasted(), whole: true);
        Write("feeds, items by the feed's language", LanguageTexts.OfFeeds(), whole: true);
        Write("pages (zyte) by their lang", LanguageTexts.OfPages("zyte", "gold.jsonl"), whole: true);
        Write("pages (trafilatura) by their lang", LanguageTexts.OfPages("trafilatura", "segments.jsonl"), whole: true);
        Write("pages (mozilla) by their lang", LanguageTexts.OfPages("mozilla", "gold.jsonl"), whole: true);
        report.Line();
        report.Line($"Time: {Microseconds(news):F0} µs an article of {news.Average(article => article.Text.Length):F0} characters on one core, nothing allocated.");
        if (Environment.GetEnvironmentVariable("LANGUAGE_TEXTS") is { Length: > 0 } folder)
        {
            Confusions(report, folder, errors);
        }

        void Write(string title, IEnumerable<LabelledText> texts, bool whole)
        {
            int all = 0, agree = 0, none = 0, disagree = 0;
            SortedSet<string> languages = new(StringComparer.Ordinal);
            foreach (LabelledText text in texts.Where(text => text.Text.Length > 0))
            {
                all++;
                string? found = whole ? ArticleLanguage.Of("", text.Text) : ArticleLanguage.Of(text.Text, "");
                languages.Add(text.Language);
                if (found == text.Language)
                {
                    agree++;
                    continue;
                }

                none += found is null ? 1 : 0;
                disagree += found is null ? 0 : 1;
                DetectedLanguage detected = LanguageDetector.Detect(text.Text);
                errors.WriteLine(string.Join('\t', title, text.Name, text.Language, found ?? "none", detected.Code, Number(detected.Confidence, "F3"), text.Text[..Math.Min(160, text.Text.Length)].ReplaceLineEndings(" ")));
            }

            report.Row(title, Number(all), Share(agree, all), Share(none, all), $"{Share(disagree, all)} ({disagree})", string.Join(' ', languages));
        }
    }

    private static double Microseconds(List<Article> articles)
    {
        double sum = 0;
        foreach (Article article in articles.Take(1000))
        {
            sum += LanguageDetector.Detect(article.Text).Confidence;
        }

        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (Article article in articles)
        {
            sum += LanguageDetector.Detect(article.Text).Confidence;
        }

        TimeSpan taken = Process.GetCurrentProcess().TotalProcessorTime - before;
        return sum > 0 ? taken.TotalMicroseconds / articles.Count : 0;
    }

    private static void Confusions(Report report, string folder, StreamWriter errors)
    {
        report.Section("Languages told apart");
        report.Line("Pieces of lines kept back from training, software manuals and messages all of them, by number of letters; and which languages are taken for which in pieces of 100.");
        report.Line();
        report.Row("language", "pieces of 30", "right", "pieces of 100", "right", "of 300", "right", "of 100, taken for");
        report.Row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---");
        List<(double Confidence, bool IsRight)> sure = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            string language = Path.GetFileNameWithoutExtension(path);
            string code = language.Split('-')[0];
            if (!LanguageDetector.Languages.Contains(code))
            {
                continue;
            }

            List<string> cells = [language];
            Dictionary<string, int> taken = new(StringComparer.Ordinal);
            foreach (int letters in SampleLetters)
            {
                int all = 0, right = 0;
                foreach (string piece in Pieces(path, letters))
                {
                    DetectedLanguage detected = LanguageDetector.Detect(piece);
                    all++;
                    right += detected.Code == code ? 1 : 0;
                    sure.Add((detected.Confidence, detected.Code == code));
                    if (detected.Code != code && letters == 100)
                    {
                        string other = detected.Code ?? "none";
                        taken[other] = taken.GetValueOrDefault(other) + 1;
                        errors.WriteLine(string.Join('\t', "kept back", language, language, other, "", Number(detected.Confidence, "F3"), piece));
                    }
                }

                cells.AddRange([Number(all), Share(right, all)]);
            }

            report.Row([.. cells, string.Join(", ", taken.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))]);
        }

        report.Line();
        report.Row("confidence", "pieces", "right");
        report.Row("---", "---:", "---:");
        foreach ((double from, double to) in new[] { (0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.98), (0.98, 1.01) })
        {
            List<(double, bool IsRight)> bucket = [.. sure.Where(one => one.Confidence >= from && one.Confidence < to)];
            report.Row($"{Number(from, "0.##")} to {Number(Math.Min(1, to), "0.##")}", Number(bucket.Count), Share(bucket.Count(one => one.IsRight), bucket.Count));
        }
    }

    /// <summary>Every fifth line, as training leaves them out, joined to pieces of at least so many letters.</summary>
    private static IEnumerable<string> Pieces(string path, int letters)
    {
        string piece = "";
        int kept = 0;
        foreach ((int number, string line) in File.ReadLines(path).Index())
        {
            if (number % 5 != 0)
            {
                continue;
            }

            piece += piece.Length == 0 ? line : " " + line;
            if (piece.Count(char.IsLetter) is int count && count >= letters)
            {
                yield return piece;
                piece = "";
                if ((kept += count) > 16_000)
                {
                    yield break;
                }
            }
        }
    }

    private static string Share(int part, int all) => all == 0 ? "" : Number(100.0 * part / all, "F2") + " %";

    private static string Number(double value, string format = "N0") => value.ToString(format, CultureInfo.InvariantCulture);
}
