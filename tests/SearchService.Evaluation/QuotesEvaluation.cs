using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Evaluation.Quotes;
using SearchService.Quotations.Finding;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Which words of an article are whose: against articles whose quotations people have marked.</summary>
internal sealed class QuotesEvaluation : IEvaluation
{
    private const int MeasuredArticles = 2_000;
    private const int Folds = 5;

    public string Name => "quotes";

    public IReadOnlyList<string> Needs => [MarkedArticle.Folder, UsNews.Small];

    public void Run(Report report, string findings)
    {
        QuoteFigures train = MeasureTrain(findings);
        QuoteFigures dev = MeasureDev(findings);
        report.Section("Quotations and who speaks");
        report.Line("Articles of PolNeAR, whose quotations people have marked. The trees were grown on `train`; in its own column each fifth is read by trees that were grown on the other four.");
        report.Line();
        report.Row("", "goal", "dev", "train");
        report.Row("---", "---:", "---:", "---:");
        Row(report, "direct quotations, F1", ".93", dev, train, static figures => figures.Direct.F1);
        Row(report, "— precision", "", dev, train, static figures => figures.Direct.Precision);
        Row(report, "— recall", "", dev, train, static figures => figures.Direct.Recall);
        Row(report, "— F1 of single parts", "", dev, train, static figures => figures.DirectParts.F1);
        Row(report, "— F1 of the words, be they taken for direct or mixed", "", dev, train, static figures => figures.DirectWords.F1);
        Row(report, "right speaker of those found", ".90", dev, train, static figures => Share(figures.Speakers.Right, figures.Speakers.All));
        Row(report, "— exactly the phrase marked", "", dev, train, static figures => Share(figures.Speakers.Exact, figures.Speakers.All));
        Row(report, "mixed quotations, F1", ".80", dev, train, static figures => figures.Mixed.F1);
        Row(report, "— right speaker of those found", "", dev, train, static figures => Share(figures.MixedSpeakers.Right, figures.MixedSpeakers.All));
        Row(report, "cue, of both", "", dev, train, static figures => Share(figures.Cues.Right, figures.Cues.All));
        Row(report, "in quotation marks, no speech: kept out", ".85", dev, train, static figures => Share(figures.Others.Out, figures.Others.All));
        Row(report, "in quotation marks, speech: found", "", dev, train, static figures => Share(figures.Spoken.Found, figures.Spoken.All));
        report.Line();
        report.Line($"`dev` has {dev.Direct.Marked} direct and {dev.Mixed.Marked} mixed quotations and {dev.Others.All} segments that nobody says; `train` {train.Direct.Marked:N0}, {train.Mixed.Marked:N0} and {train.Others.All}. "
            + "A quotation is found if the characters of its parts, marks included, are the same by intersection over union of at least .8, each paired once; of the kind asked for. Mixed ones are compared by the words in double marks. "
            + "A speaker is right if the phrase we give overlaps the head of the phrase marked: its last word before a comma, a preposition or a relative pronoun (\"Ott\" in \"Mayor Jan Ott, who\"). "
            + "A cue is right if it holds the words marked or is among them. What nobody says is kept out unless a part of ours is half of it or more by the same measure; what somebody says is found if a part of ours covers more than half of it. Of an article that several people marked, the first one's marks count. Two people agree on .954 of direct quotations and name the same speaker in .949.");
        report.Line();
        report.Line(Speed());
    }

    private static void Row(Report report, string what, string goal, QuoteFigures dev, QuoteFigures train, Func<QuoteFigures, double> figure) =>
        report.Row(what, goal, Text(figure(dev)), Text(figure(train)));

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static double Share(int part, int all) => (double)part / Math.Max(1, all);

    private static QuoteFigures MeasureDev(string findings)
    {
        QuoteFigures figures = new();
        QuotationFinder finder = new();
        foreach (MarkedArticle article in MarkedArticle.Read("dev"))
        {
            figures.Add(article, finder);
        }

        Save(figures, "dev", findings);
        return figures;
    }

    // Each fifth of the articles is read by trees that were grown on the others.
    private static QuoteFigures MeasureTrain(string findings)
    {
        IReadOnlyList<MarkedArticle> articles = MarkedArticle.Read("train");
        QuoteFigures figures = new();
        for (int fold = 0; fold < Folds; fold++)
        {
            QuotationFinder finder = new(null, new JudgeTraining().Grow([.. articles.Where((_, index) => index % Folds != fold)]).Parse());
            foreach (MarkedArticle article in articles.Where((_, index) => index % Folds == fold))
            {
                figures.Add(article, finder);
            }
        }

        Save(figures, "train", findings);
        return figures;
    }

    private static void Save(QuoteFigures figures, string part, string findings)
    {
        foreach (IGrouping<string, (string Kind, string Context)> kind in figures.Errors.GroupBy(static error => error.Kind, StringComparer.Ordinal))
        {
            string file = $"{part} {kind.Key}.txt".Replace(",", "", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(findings, file), string.Join("\n\n", kind.Select(static error => error.Context)));
        }
    }

    private static string Speed()
    {
        Article[] articles = [.. UsNews.Read().Take(MeasuredArticles)];
        QuotationFinder finder = new();
        int found = 0;
        TimeSpan spent = ThreadTime.BestOf(3, () =>
        {
            found = 0;
            foreach (Article article in articles)
            {
                found += finder.Read(article.Text, "en").Quotes.Count;
            }
        });
        return string.Create(CultureInfo.InvariantCulture,
            $"Speed: {articles.Length / spent.TotalSeconds:N0} articles a second on one core (processor time of the thread, {articles.Length:N0} articles of {articles.Average(static article => article.Text.Length):N0} characters with {found:N0} quotations, people included; goal 1,500).");
    }
}
