using System.IO.Compression;
using System.Text.RegularExpressions;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;
using SearchService.TestSupport;

namespace SearchService.Ingestion.Tests;

/// <summary>Reads public sets of news articles that stand beside the repository.</summary>
public class RealArticleSetTests
{
    private const string Set = "articles/us-news/articles-30k.jsonl.gz";

    [Fact]
    public void Every_record_of_a_real_set_becomes_an_article_and_broken_dates_are_reported()
    {
        SharedData.SkipIfAbsent(Set);
        Dictionary<string, string> written = DatesWithSlashes(SharedData.PathOf(Set));
        ReadProgress progress = new();
        IngestionReport report = new();
        int articles = 0, dated = 0, slashes = 0, confirmed = 0;
        foreach (ReadOutcome outcome in new ArticleSetReader(new ArticleSetOptions { Progress = progress }).Read([SharedData.PathOf(Set)], TestContext.Current.CancellationToken))
        {
            report.Add(outcome);
            Article article = outcome.Article!;
            articles++;
            dated += article.Date is null ? 0 : 1;
            if (written.TryGetValue(article.Id, out string? date))
            {
                Assert.Equal(date, article.Date?.First.ToString("M/d/yy"));
                slashes++;
                confirmed += article.Url!.Contains(article.Date!.Value.First.ToString("/yyyy/MM/dd"), StringComparison.Ordinal) ? 1 : 0;
            }
        }

        // 3,544 records have no date and three an impossible one. Thirty are written with slashes; five of the first of them can
        // only have the month first, and so all are read, which the days in their addresses confirm.
        Assert.Equal((30_066, 30_066 - 3_544 - 3), (articles, dated));
        Assert.Equal((30, 23), (slashes, confirmed));
        Assert.Equal([(ProblemCodes.DateOutOfRange, 3L)], report.Groups.Where(static group => group.Effect > ProblemEffect.Noted).Select(static group => (group.Code, group.Count)));
        Assert.Equal(10, report.Groups.Single(static group => group.Code == ProblemCodes.SameUrl).Count);
        Assert.InRange(report.Stories, 29_950, 30_050);
        Assert.Equal(progress.TotalBytes, progress.BytesRead);
    }

    private static Dictionary<string, string> DatesWithSlashes(string path)
    {
        Dictionary<string, string> dates = new(StringComparer.Ordinal);
        using StreamReader lines = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            Match match = Regex.Match(line[..Math.Min(line.Length, 1000)], """^\{"id": "([^"]+)".*"date": "(\d+/\d+/\d+)",""");
            if (match.Success)
            {
                dates.Add(match.Groups[1].Value, match.Groups[2].Value);
            }
        }

        return dates;
    }
}
