using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchService.Evaluation.Html;
using SearchService.Ingestion.Extraction.Html;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Main text of saved pages, against what people marked.</summary>
internal sealed class HtmlEvaluation : IEvaluation
{
    private const string Zyte = "html/zyte/gold.jsonl";
    private const string Trafilatura = "html/trafilatura/segments.jsonl";
    private const string Mozilla = "html/mozilla/gold.jsonl";

    private readonly HtmlPageReader _reader = new();

    public string Name => "html";

    public IReadOnlyList<string> Needs => [Zyte, Trafilatura, Mozilla];

    public void Run(Report report, string findings)
    {
        IReadOnlyList<MarkedPage> zyte = MarkedPage.Load(Zyte);
        IReadOnlyList<MarkedPage> mozilla = MarkedPage.Load(Mozilla);
        report.Section("Main text of saved pages");
        report.Line("Precision and recall are means over pages of the share of 4-token shingles that are right, as scrapinghub/article-extraction-benchmark defines them. The trees that");
        report.Line("choose blocks were grown on pages of the first and the third set; \"by folds\" is what trees say of pages that they weren't grown on.");
        report.Line();
        report.Row("set", "pages", "precision", "recall", "F1", "goal");
        report.Row("---", "---:", "---:", "---:", "---:", "---:");
        Texts(report, findings, "html/zyte", zyte, "0.965");
        Folds(report, zyte, mozilla);
        Texts(report, findings, "html/mozilla", mozilla, "");
        Texts(report, findings, "html/mozilla, news alone", [.. mozilla.Where(static page => page.IsNews)], "");
        report.Line();
        Segments(report, findings, MarkedPage.Load(Trafilatura));
        report.Line();
        Speed(report, zyte);
    }

    private void Texts(Report report, string findings, string name, IReadOnlyList<MarkedPage> pages, string goal)
    {
        List<(MarkedPage Page, string Text, Overlap Overlap)> results = [];
        foreach (MarkedPage page in pages)
        {
            string text = _reader.Read(page.Html).Body;
            results.Add((page, text, Shingles.Compare(page.Text!, text)));
        }

        Row(report, name, [.. results.Select(static result => result.Overlap)], goal);
        TextFindings.Write(Path.Combine(findings, name.Replace("html/", "", StringComparison.Ordinal).Replace(", ", "-", StringComparison.Ordinal) + ".txt"), results);
    }

    private static void Folds(Report report, IReadOnlyList<MarkedPage> zyte, IReadOnlyList<MarkedPage> mozilla)
    {
        IReadOnlyList<(MarkedPage Page, Overlap Overlap)> results = Html.Training.CrossValidation.Run(zyte, [.. mozilla.Where(static page => page.IsNews)]);
        Row(report, "html/zyte by folds", [.. results.Select(static result => result.Overlap)], "");
    }

    private static void Row(Report report, string name, IReadOnlyCollection<Overlap> pages, string goal)
    {
        (double precision, double recall, double f1) = Overlap.Mean(pages);
        report.Row(name, $"{pages.Count}", Share(precision), Share(recall), Share(f1), goal);
    }

    private void Segments(Report report, string findings, IReadOnlyList<MarkedPage> pages)
    {
        int wanted = 0;
        int unwanted = 0;
        List<string> errors = [];
        foreach (MarkedPage page in pages)
        {
            string text = Spaced(_reader.Read(page.Html).Body);
            foreach (string segment in page.Wanted)
            {
                bool found = text.Contains(Spaced(segment), StringComparison.Ordinal);
                wanted += found ? 1 : 0;
                errors.AddRange(found ? [] : [$"missing  {page.Id}: {segment}"]);
            }

            foreach (string segment in page.Unwanted)
            {
                bool found = text.Contains(Spaced(segment), StringComparison.Ordinal);
                unwanted += found ? 1 : 0;
                errors.AddRange(found ? [$"unwanted {page.Id}: {segment}"] : []);
            }
        }

        File.WriteAllLines(Path.Combine(findings, "trafilatura.txt"), errors);
        int allWanted = pages.Sum(static page => page.Wanted.Count);
        int allUnwanted = pages.Sum(static page => page.Unwanted.Count);
        report.Row("html/trafilatura", "found", "of", "share", "goal");
        report.Row("---", "---:", "---:", "---:", "---:");
        report.Row("wanted segments", $"{wanted}", $"{allWanted}", Share((double)wanted / allWanted), "at least 0.95");
        report.Row("unwanted segments", $"{unwanted}", $"{allUnwanted}", Share((double)unwanted / allUnwanted), "at most 0.05");
    }

    private void Speed(Report report, IReadOnlyList<MarkedPage> pages)
    {
        HtmlParser parser = new(HtmlPageReader.ParserOptions);
        double units = pages.Sum(static page => (double)page.Html.Length);
        TimeSpan parsing = ThreadTime.BestOf(5, () => Each(pages, html => parser.ParseDocument(html).Dispose()));
        TimeSpan text = ThreadTime.BestOf(5, () => Each(pages, html =>
        {
            using IHtmlDocument document = parser.ParseDocument(html);
            MainText.Of(document, document.Title ?? "");
        }));
        TimeSpan reading = ThreadTime.BestOf(5, () => Each(pages, html => _reader.Read(html)));
        report.Line("Speed on the pages of html/zyte, one thread, its CPU time, best of five rounds:");
        report.Line();
        report.Row("step", "pages a second", "MB of HTML a second", "goal");
        report.Row("---", "---:", "---:", "---:");
        Row("parsing alone (AngleSharp)", parsing, "");
        Row("parsing and main text", text, "300");
        Row("the whole page, metadata too", reading, "300");

        void Row(string step, TimeSpan time, string goal) => report.Row(
            step,
            (pages.Count / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture),
            (units / 1e6 / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture),
            goal);
    }

    private static void Each(IReadOnlyList<MarkedPage> pages, Action<string> action)
    {
        foreach (MarkedPage page in pages)
        {
            action(page.Html);
        }
    }

    // A segment may run across a line end of the page or of the text.
    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
