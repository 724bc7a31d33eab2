using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SearchService.Core.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Reporting;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Every item of every feed, and what a reference parser reads from some.</summary>
internal sealed partial class FeedEvaluation : IEvaluation
{
    private const string Folder = "feeds";

    public string Name => "feeds";

    public IReadOnlyList<string> Needs => [$"{Folder}/manifest.tsv", $"{Folder}/expected"];

    public void Run(Report report, string findings)
    {
        HashSet<string> malformed = [.. File.ReadLines(SharedData.PathOf($"{Folder}/manifest.tsv")).Where(static line => line.Contains("\tno: ", StringComparison.Ordinal)).Select(static line => line[..line.IndexOf('\t')])];
        List<FeedFile> files = [.. Directory.EnumerateFiles(SharedData.PathOf(Folder)).Where(static path => !path.EndsWith(".tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(static path => FeedFile.Read(path))];
        FeedComparison comparison = new();
        foreach (FeedFile file in files)
        {
            string expected = SharedData.PathOf($"{Folder}/expected/{FeedComparison.NameOf(file.Name)}");
            if (File.Exists(expected))
            {
                comparison.Compare(file, FeedComparison.Expected(expected));
            }
        }

        report.Section("Feeds");
        report.Line("Items are counted by their start tags, comments and CDATA sections aside. An article is what the index gets; an item may be refused with a reason.");
        report.Line();
        report.Row("feeds", "items", "articles", "the same item again", "nothing in it", "otherwise lost");
        report.Row("---:", "---:", "---:", "---:", "---:", "---:");
        report.Row([.. new[]
        {
            files.Count, files.Sum(static file => file.Items), files.Sum(static file => file.Articles), files.Sum(static file => file.Repeated), files.Sum(static file => file.Empty),
            files.Sum(static file => file.Items - file.Articles - file.Repeated - file.Empty),
        }.Select(static count => count.ToString("N0", CultureInfo.InvariantCulture))]);
        report.Line();
        report.Line($"Equal to what a reference parser reads, over {comparison.Items:N0} items of {comparison.Files} feeds:".ToString(CultureInfo.InvariantCulture));
        report.Line();
        report.Row("value", "given", "equal", "different");
        report.Row("---", "---:", "---:", "---:");
        foreach ((string value, int given, int equal) in comparison.Figures)
        {
            report.Row(value, given.ToString(CultureInfo.InvariantCulture), equal.ToString(CultureInfo.InvariantCulture), (given - equal).ToString(CultureInfo.InvariantCulture));
        }

        report.Line();
        report.Line("Feeds that aren't well-formed XML:");
        report.Line();
        report.Row("feed", "items", "articles", "reported");
        report.Row("---", "---:", "---:", "---");
        foreach (FeedFile file in files.Where(file => malformed.Contains(file.Name)))
        {
            report.Row($"`{file.Name}`", file.Items.ToString(CultureInfo.InvariantCulture), file.Articles.ToString(CultureInfo.InvariantCulture), string.Join(", ", file.Codes));
        }

        List<string> wellFormed = [.. files.Select(static file => file.Name).Where(name => !malformed.Contains(name)).Select(static name => SharedData.PathOf($"{Folder}/{name}")).Where(static path => System.Text.Unicode.Utf8.IsValid(File.ReadAllBytes(path)))];
        report.Line();
        report.Line($"Mistakes planted in the {wellFormed.Count} that are well-formed and in UTF-8: items that come out with the same title, address, date and text, beside what a strict reader gets before it gives up.");
        report.Line();
        report.Row("mistake", "items", "the same", "a strict reader");
        report.Row("---", "---:", "---:", "---:");
        foreach ((string name, int items, int equal, int strict) in FeedDamage.Run(wellFormed, findings))
        {
            report.Row(name, items.ToString("N0", CultureInfo.InvariantCulture), Share(equal, items), Share(strict, items));
        }

        File.WriteAllLines(Path.Combine(findings, "differences.tsv"), comparison.Differences);
        File.WriteAllLines(Path.Combine(findings, "feeds.tsv"), files.Select(static file => $"{file.Name}\t{file.Items}\t{file.Articles}\t{file.Repeated}\t{file.Empty}"));
        File.WriteAllLines(Path.Combine(findings, "problems.txt"), files.SelectMany(static file => file.Outcomes).SelectMany(static outcome => outcome.Problems)
            .Select(static problem => $"{Path.GetFileName(problem.Place.File)}:{problem.Place.Line}\t{problem.Code}\t{problem.Field}\t{problem.Reason}\t{problem.Excerpt}"));
        File.WriteAllLines(Path.Combine(findings, "articles.txt"), files.SelectMany(static file => file.Outcomes).Select(static outcome => outcome.Article).OfType<Article>()
            .Select(static article => $"{article.File}\t{article.Id}\t{article.Url}\t{article.Source}\t{article.Date}\t{string.Join("; ", article.Authors)}\t{string.Join("; ", article.Topics)}\t{article.Language}\t{article.Title}\t{article.Text.ReplaceLineEndings("¶")}"));
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    /// <summary>A feed, and what became of its items.</summary>
    internal sealed partial record FeedFile(string Name, int Items, IReadOnlyList<ReadOutcome> Outcomes)
    {
        /// <summary>One a record, in order; null where it was refused.</summary>
        public IReadOnlyList<Article?> Records => [.. Outcomes.Where(static outcome => outcome.Article is not null || outcome.Problems.Any(static problem => problem.Effect == ProblemEffect.RecordRejected)).Select(static outcome => outcome.Article)];

        public int Articles => Outcomes.Count(static outcome => outcome.Article is not null);

        public int Repeated => Refused("duplicate_");

        public int Empty => Refused(ProblemCodes.EmptyArticle);

        public IEnumerable<string> Codes => Outcomes.SelectMany(static outcome => outcome.Problems).GroupBy(static problem => problem.Code).OrderByDescending(static group => group.Count())
            .Select(static group => $"`{group.Key}`" + (group.Count() > 1 ? $" {group.Count()} times" : ""));

        public static FeedFile Read(string path) => new(Path.GetFileName(path), Count(File.ReadAllBytes(path)), [.. new ArticleSetReader(new ArticleSetOptions()).Read([path])]);

        private static int Count(byte[] bytes) => Item().Count(Aside().Replace(Encoding.Latin1.GetString(bytes), ""));

        private int Refused(string code) => Outcomes.Count(outcome => outcome.Article is null && outcome.Problems.Any(problem => problem.Code.StartsWith(code, StringComparison.Ordinal) && problem.Effect == ProblemEffect.RecordRejected));

        [GeneratedRegex(@"<(?:item|entry)[\s>/]", RegexOptions.NonBacktracking)]
        private static partial Regex Item();

        [GeneratedRegex(@"<!--.*?-->|<!\[CDATA\[.*?\]\]>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
        private static partial Regex Aside();
    }
}
