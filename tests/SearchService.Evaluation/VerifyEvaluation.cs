using System.Globalization;
using SearchService.Analysis;
using SearchService.Backend.Embedded;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Evaluation.Verification;
using SearchService.Quotations.Finding;
using SearchService.Quotations.Verification;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Whether quotations of an archive are told verbatim from altered and absent, and how long that takes.</summary>
internal sealed class VerifyEvaluation : IEvaluation
{
    private const string Archive = "articles/us-news/articles-30k.jsonl.gz";
    private const int LeftOut = 2_000;
    private const int Quotations = 2_000;
    private const int AbsentQuotations = 1_000;
    private const int QuotationsOfAnArticle = 3;

    // A change in so many words: of a sentence half of whose words are others nobody could say what it was.
    private const int WordsPerChange = 4;

    // Of an absent text no article has a larger part of its runs of three words.
    private const double LargestShare = 1.0 / 3;

    public string Name => "verify";

    public IReadOnlyList<string> Needs => [Archive];

    public void Run(Report report, string findings)
    {
        int seed = Environment.GetEnvironmentVariable("SEARCH_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 2026;
        Random random = new(seed);
        QuotationFinder finder = new();
        Article[] all = [.. UsNews.Read(Archive).Select(article => article with { Quotes = finder.Read(article.Text, "en").Quotes })];
        random.Shuffle(all);
        Article[] archive = all[LeftOut..];
        List<VerifiedCase> cases = Cases(random, archive, all[..LeftOut]);
        NaiveScan scan = new([.. cases.Select(static each => each.Words)], archive);
        NaiveScan originals = new([.. cases.Select(static each => each.Original.Words)], archive);

        using TemporaryFolder folder = new();
        Build(folder["index"], archive);
        using IArticleIndex index = new EmbeddedBackend().OpenIndex(folder["index"]);
        TextVerifier verifier = new(index);
        ArticleSearch search = new(index);
        foreach (VerifiedCase each in cases.Take(200))
        {
            verifier.Verify(new VerificationRequest { Text = each.Text }, CancellationToken.None);
        }

        foreach ((int number, VerifiedCase each) in cases.Index())
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            VerificationResponse response = verifier.Verify(new VerificationRequest { Text = each.Text, Size = 10 }, CancellationToken.None);
            TimeSpan after = Environment.CpuUsage.TotalTime;
            search.Search(new SearchRequest { Query = string.Join(' ', each.Original.Words.Take(5)), Size = 10, Facets = FacetFields.All }, CancellationToken.None);
            each.Milliseconds = (after - before).TotalMilliseconds;
            each.SearchMilliseconds = (Environment.CpuUsage.TotalTime - after).TotalMilliseconds;
            each.Answer = response;
            each.Verbatim = scan.Verbatim(number);
            each.Originals = originals.Verbatim(number);
            each.Share = scan.Share(number);
        }

        Write(report, cases, archive.Length, seed);
        WriteFindings(findings, cases);
    }

    private static List<VerifiedCase> Cases(Random random, Article[] archive, Article[] left)
    {
        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        string[] byFrequency =
        [
            .. archive.Take(4_000).SelectMany(article => RealQuotations.Words(article.Text, reader)).CountBy(static word => word)
                .Where(static word => word.Value > 2).OrderByDescending(static word => word.Value).Select(static word => word.Key),
        ];
        Alterations alterations = new(random, byFrequency);
        RealQuotation[] quotations = [.. archive.SelectMany(article => RealQuotations.Of(article, reader).Take(QuotationsOfAnArticle))];
        random.Shuffle(quotations);
        List<VerifiedCase> cases = [];
        string[] kinds = [VerifiedCase.Unchanged, .. Alterations.Kinds];
        foreach (RealQuotation quotation in quotations.Take(Quotations))
        {
            string kind = kinds[cases.Count % kinds.Length];
            int changes = Math.Clamp(quotation.Words.Length / WordsPerChange, 1, 1 + random.Next(3));
            string text = kind == VerifiedCase.Unchanged ? quotation.Text : alterations.Change(quotation.Text, kind, changes);
            cases.Add(new VerifiedCase(kind, quotation, text, RealQuotations.Words(text, reader)));
        }

        RealQuotation[] absent = [.. left.SelectMany(article => RealQuotations.Of(article, reader).Take(1))];
        cases.AddRange(absent.Take(AbsentQuotations).Select(static quotation => new VerifiedCase(VerifiedCase.LeftOut, quotation, quotation.Text, quotation.Words)));
        return cases;
    }

    private static void Build(string folder, Article[] archive)
    {
        using IArticleIndexWriter writer = new EmbeddedBackend().OpenWriter(folder);
        foreach (Article article in archive)
        {
            writer.Add(article);
        }

        writer.Commit(new Dictionary<string, string>());
    }

    private static void Write(Report report, List<VerifiedCase> cases, int articles, int seed)
    {
        report.Section("Verifying: verbatim, altered, absent");
        report.Line($"{Quotations:N0} texts of {articles:N0} articles that stand between quotation marks, of six words and more, as they are or with one to three words (at most one in {WordsPerChange}) dropped, swapped with the next, replaced by a word about as frequent, or inflected; and {AbsentQuotations:N0} of {LeftOut:N0} articles left out of the index (seed {seed}; `SEARCH_SEED` takes another). What is verbatim is what a naive scan of all texts, headlines and interrupted quotations finds, an altered text that is verbatim elsewhere among them; *absent* is of what was left out what no article has more than a third of the runs of three words of. The original is found first when the first passage is in an article that has the original words.");
        report.Line();
        report.Row("text", "texts", "told right whether verbatim", "original first", "called altered", "called absent");
        report.Row("---", "---:", "---:", "---:", "---:", "---:");
        foreach (string kind in (string[])[VerifiedCase.Unchanged, .. Alterations.Kinds])
        {
            Row(kind, [.. cases.Where(each => each.Kind == kind)]);
        }

        Row("all of these", [.. cases.Where(static each => each.Kind != VerifiedCase.LeftOut)]);
        List<VerifiedCase> left = [.. cases.Where(static each => each.Kind == VerifiedCase.LeftOut)];
        Row("absent", [.. left.Where(static each => each.Share <= LargestShare)]);
        Row("of left out articles, with more in others", [.. left.Where(static each => each.Share > LargestShare && each.Verbatim.Count == 0)]);
        Row("of left out articles, verbatim in others", [.. left.Where(static each => each.Verbatim.Count > 0)]);
        report.Line();
        double[] times = [.. cases.Select(static each => each.Milliseconds).Order()];
        double[] searches = [.. cases.Select(static each => each.SearchMilliseconds).Order()];
        report.Line($"Processor time, in ms: median {Number(times[times.Length / 2])}, of one in a hundred more than {Number(times[times.Length * 99 / 100])} (goal: under 20). In the same run, a search for the first five words of the quotation with all facets: median {Number(searches[searches.Length / 2])}, one in a hundred more than {Number(searches[searches.Length * 99 / 100])}.");

        void Row(string title, List<VerifiedCase> of)
        {
            List<VerifiedCase> found = [.. of.Where(static each => each.Kind != VerifiedCase.LeftOut && each.Verbatim.Count == 0)];
            report.Row(
                title,
                of.Count.ToString("N0", CultureInfo.InvariantCulture),
                Share(of, static each => each.IsToldRight),
                found.Count == 0 ? "" : Share(found, static each => each.IsOriginalFirst),
                Share(of, static each => each.Answer!.Verdict == Verdict.Altered),
                Share(of, static each => each.Answer!.Verdict == Verdict.Absent));
        }
    }

    private static void WriteFindings(string findings, List<VerifiedCase> cases)
    {
        using StreamWriter errors = new(Path.Combine(findings, "verify.tsv"));
        foreach (VerifiedCase each in cases.Where(static each => each.IsWrong(LargestShare)))
        {
            VerifiedPlace? first = each.Answer!.Places.FirstOrDefault();
            errors.WriteLine(string.Join('\t', each.Kind, each.Answer.Verdict, first?.Difference?.Similarity.ToString("0.000", CultureInfo.InvariantCulture), each.Text.ReplaceLineEndings(" "), each.Original.Text, first?.Words.ReplaceLineEndings(" ")));
        }
    }

    private static string Share(List<VerifiedCase> of, Func<VerifiedCase, bool> right) =>
        of.Count == 0 ? "" : ((double)of.Count(right) / of.Count).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
