using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchService.Evaluation.Html;
using SearchService.Evaluation.Html.Training;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Outlets;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Main text of saved pages, against what people marked.</summary>
internal sealed class HtmlEvaluation : IEvaluation
{
    private static readonly HtmlPageReader Reader = new(OutletRegistry.Empty, MarkedPage.Dates);

    public string Name => "html";

    public IReadOnlyList<string> Needs => [MarkedSets.Zyte, MarkedSets.Trafilatura, MarkedSets.Mozilla];

    public void Run(Report report, string findings)
    {
        IReadOnlyList<MarkedPage> zyte = MarkedPage.Load(MarkedSets.Zyte);
        IReadOnlyList<MarkedPage> mozilla = MarkedPage.Load(MarkedSets.Mozilla);
        report.Section("Main text of saved pages");
        report.Line("Precision and recall are means over pages of the share of 4-token shingles that are right, as scrapinghub/article-extraction-benchmark defines them. The trees that");
        report.Line("choose blocks were grown on these sets; \"by folds\" is what trees say of pages that they weren't grown on: nine tenths teach, one tenth is read, ten times.");
        report.Line();
        report.Row("set", "pages", "precision", "recall", "F1", "goal");
        report.Row("---", "---:", "---:", "---:", "---:", "---:");
        Texts(report, findings, "html/zyte", zyte, "0.965");
        (IReadOnlyDictionary<MarkedPage, string> folds, IReadOnlyDictionary<MarkedPage, string> rules) = CrossValidation.Run(MarkedSets.ToLearnFrom());
        Row(report, "html/zyte by folds", Overlaps(folds), "0.965");
        Row(report, "html/zyte by rules alone", Overlaps(rules), "0.965");
        Texts(report, findings, "html/mozilla", mozilla, "");
        Texts(report, findings, "html/mozilla, news alone", [.. mozilla.Where(static page => page.IsNews)], "");
        report.Line();
        report.Row("html/trafilatura", "wanted found", "goal", "unwanted found", "goal");
        report.Row("---", "---:", "---:", "---:", "---:");
        Segments(report, Path.Combine(findings, "trafilatura.txt"), "", MarkedPage.Load(MarkedSets.Trafilatura).ToDictionary(static page => page, static page => Reader.Read(page.Html).Body));
        Segments(report, Path.Combine(findings, "trafilatura-by-folds.txt"), "by folds", folds);
        Segments(report, Path.Combine(findings, "trafilatura-by-rules.txt"), "by rules alone", rules);
        report.Line();
        Speed(report, zyte);
    }

    private static void Texts(Report report, string findings, string name, IReadOnlyList<MarkedPage> pages, string goal)
    {
        List<(MarkedPage Page, string Text, Overlap Overlap)> results = [];
        foreach (MarkedPage page in pages)
        {
            string text = Reader.Read(page.Html).Body;
            results.Add((page, text, Shingles.Compare(page.Text!, text)));
        }

        Row(report, name, [.. results.Select(static result => result.Overlap)], goal);
        TextFindings.Write(Path.Combine(findings, name.Replace("html/", "", StringComparison.Ordinal).Replace(", ", "-", StringComparison.Ordinal) + ".txt"), results);
    }

    private static List<Overlap> Overlaps(IReadOnlyDictionary<MarkedPage, string> texts) =>
        [.. texts.Where(static entry => entry.Key.Set == MarkedSets.Zyte).Select(static entry => Shingles.Compare(entry.Key.Text!, entry.Value))];

    private static void Row(Report report, string name, IReadOnlyCollection<Overlap> pages, string goal)
    {
        (double precision, double recall, double f1) = Overlap.Mean(pages);
        report.Row(name, $"{pages.Count}", Share(precision), Share(recall), Share(f1), goal);
    }

    private static void Segments(Report report, string findings, string name, IReadOnlyDictionary<MarkedPage, string> texts)
    {
        Tally wanted = new();
        Tally unwanted = new();
        List<string> errors = [];
        foreach (MarkedPage page in texts.Keys.Where(static page => page.Set == MarkedSets.Trafilatura))
        {
            string text = Spaced(texts[page]);
            errors.AddRange(page.Wanted.Where(segment => !wanted.Count(text.Contains(Spaced(segment), StringComparison.Ordinal))).Select(segment => $"missing  {page.Id}: {segment}"));
            errors.AddRange(page.Unwanted.Where(segment => unwanted.Count(text.Contains(Spaced(segment), StringComparison.Ordinal))).Select(segment => $"unwanted {page.Id}: {segment}"));
        }

        File.WriteAllLines(findings, errors);
        report.Row(name, $"{wanted}", "at least 0.95", $"{unwanted}", "at most 0.05");
    }

    private static void Speed(Report report, IReadOnlyList<MarkedPage> pages)
    {
        HtmlParser parser = new(HtmlPageReader.ParserOptions);
        double units = pages.Sum(static page => (double)page.Html.Length);
        TimeSpan parsing = ThreadTime.BestOf(5, () => Each(pages, html => parser.ParseDocument(html).Dispose()));
        TimeSpan text = ThreadTime.BestOf(5, () => Each(pages, html =>
        {
            using IHtmlDocument document = parser.ParseDocument(html);
            MainText.Of(document, document.Title ?? "");
        }));
        TimeSpan reading = ThreadTime.BestOf(5, () => Each(pages, html => Reader.Read(html)));
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

    /// <summary>How many of how many.</summary>
    private sealed class Tally
    {
        private int _hits;
        private int _all;

        public bool Count(bool hit)
        {
            _all++;
            _hits += hit ? 1 : 0;
            return hit;
        }

        public override string ToString() => $"{_hits} of {_all}, {Share((double)_hits / Math.Max(1, _all))}";
    }
}
