using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Evaluation.Quotes;
using SearchService.Evaluation.Speakers;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Who is meant by the phrases that name speakers.</summary>
/// <remarks>No set says who is meant; what can be counted is counted, and every phrase is written out to be read by a person.</remarks>
internal sealed class SpeakersEvaluation : IEvaluation
{
    public string Name => "speakers";

    public IReadOnlyList<string> Needs => [MarkedArticle.Folder, UsNews.Small];

    public void Run(Report report, string findings)
    {
        SpeakerFigures train = Measure("train", findings);
        SpeakerFigures dev = Measure("dev", findings);
        report.Section("Who is meant");
        report.Line("The phrases that people marked as speakers of direct and mixed quotations in PolNeAR, each place once, resolved inside the article. Nobody has marked who is meant: these are signs, not truth; what reading found stands below.");
        report.Line();
        report.Row("", "dev", "train");
        report.Row("---", "---:", "---:");
        Row("names in full or last names that became a person of the article", static figures => Text(figures.Names.All));
        Row("— the person has that last name", static figures => Share(figures.Names.Kept, figures.Names.All));
        Row("— the person's name says more than the phrase", static figures => Share(figures.Names.Fuller, figures.Names.All));
        Row("*he* and *she*", static figures => Text(figures.Pronouns.All));
        Row("— became somebody", static figures => Share(figures.Pronouns.Found, figures.Pronouns.All));
        Row("— of those with a given name that tells, its gender agrees", static figures => Share(figures.Genders.Agree, figures.Genders.All));
        Row("other phrases", static figures => Text(figures.Others.All));
        Row("— became a person of the article", static figures => Share(figures.Others.People, figures.Others.All));
        report.Line();
        report.Line(Speed());

        void Row(string what, Func<SpeakerFigures, string> figure) => report.Row(what, figure(dev), figure(train));
    }

    private static SpeakerFigures Measure(string part, string findings)
    {
        SpeakerFigures figures = new();
        foreach (MarkedArticle article in MarkedArticle.Read(part))
        {
            figures.Add(article);
        }

        File.WriteAllLines(Path.Combine(findings, $"{part}.txt"), figures.Readings);
        return figures;
    }

    private static string Speed()
    {
        Article[] articles = [.. UsNews.Read()];
        ArticleTokens tokens = new();
        PeopleFinder finder = new();
        int named = 0;
        TimeSpan divided = ThreadTime.BestOf(3, () =>
        {
            foreach (Article article in articles)
            {
                tokens.Read(article.Text);
            }
        });
        TimeSpan all = ThreadTime.BestOf(3, () =>
        {
            named = 0;
            foreach (Article article in articles)
            {
                tokens.Read(article.Text);
                named += finder.Read(tokens, "en").Names.Length;
            }
        });
        return string.Create(CultureInfo.InvariantCulture,
            $"Speed: {(all - divided).TotalMicroseconds / articles.Length:F0} µs an article for people, {divided.TotalMicroseconds / articles.Length:F0} µs for its tokens (processor time of the thread, {articles.Length:N0} articles of us-news, {(double)named / articles.Length:F1} people each).");
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(int part, int all) => all == 0 ? "" : ((double)part / all).ToString("0.000", CultureInfo.InvariantCulture);
}
