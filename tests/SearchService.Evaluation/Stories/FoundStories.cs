using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Stories;

/// <summary>What was put together, against what was planted and against the texts themselves.</summary>
/// <remarks>
/// A pair is an article and the first of its story. Of a pair with a planted version it is known whether they are versions of one article;
/// of other pairs the texts are compared by a measure of another kind than the one they were found by: the longest common subsequence of
/// their words, as a part of the shorter text's.
/// </remarks>
internal sealed class FoundStories
{
    private const double ConfirmedFrom = .5;
    private readonly List<Planted> _stream;
    private readonly string[] _stories;
    private readonly Dictionary<string, int> _places;
    private readonly List<Pair> _pairs = [];

    /// <summary>Compares all pairs.</summary>
    /// <param name="stream">Articles as they were read.</param>
    /// <param name="stories">The story of each.</param>
    public FoundStories(List<Planted> stream, string[] stories)
    {
        (_stream, _stories) = (stream, stories);
        _places = Enumerable.Range(0, stream.Count).ToDictionary(i => stream[i].Article.Id, StringComparer.Ordinal);
        for (int i = 0; i < stream.Count; i++)
        {
            if (stories[i] != stream[i].Article.Id)
            {
                Planted first = stream[_places[stories[i]]];
                _pairs.Add(new Pair(first, stream[i], OriginalOf(first) == OriginalOf(stream[i]), WordOverlap.Of(first.Article.Text, stream[i].Article.Text)));
            }
        }
    }

    /// <summary>Of each kind the part that is in one story with its original, and of all together.</summary>
    public IEnumerable<(string Kind, double Recall)> RecallByKind()
    {
        var planted = _stream.Select((each, i) => (each, i)).Where(static pair => pair.each.Original is not null)
            .Select(pair => (Kind: pair.each.Kind!, Found: _stories[pair.i] == _stories[_places[pair.each.Original!]])).ToList();
        foreach (var kind in PlantedVariants.Kinds)
        {
            yield return (kind.Name, planted.Where(each => each.Kind == kind.Name).Average(static each => each.Found ? 1 : 0));
        }

        yield return ("**all**", planted.Average(static each => each.Found ? 1.0 : 0));
    }

    /// <summary>Writes how many pairs are right.</summary>
    public void WritePairs(Report report)
    {
        report.Row("pairs put together (an article and the first of its story)", "count");
        report.Row("---", "---:");
        report.Row("versions of one article", Count(static pair => pair.Known));
        report.Row($"others, the longest common subsequence at least {ConfirmedFrom * 100:0} % of the shorter text", Count(static pair => !pair.Known && pair.Common >= ConfirmedFrom));
        report.Row("others, less in common", Count(static pair => !pair.Known && pair.Common < ConfirmedFrom));
        report.Row("precision if all those were wrong", (1 - (_pairs.Count(static pair => !pair.Known && pair.Common < ConfirmedFrom) / (double)_pairs.Count)).ToString("0.0000", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes lists: versions missed, a hundred pairs of real articles to look at, and all pairs with little in common.</summary>
    public void WriteFindings(string folder, Random random)
    {
        var missed = _stream.Where((each, i) => each.Original is { } original && _stories[i] != _stories[_places[original]]);
        File.WriteAllLines(Path.Combine(folder, "missed.txt"), missed.Select(each => $"{each.Kind}: {each.Original} ({each.Article.Text.Length} characters)"));
        Pair[] real = [.. _pairs.Where(static pair => pair.First.Original is null && pair.Later.Original is null)];
        Write(Path.Combine(folder, "real-sample.txt"), [.. real.OrderBy(_ => random.Next()).Take(100)]);
        Write(Path.Combine(folder, "little-in-common.txt"), [.. _pairs.Where(static pair => !pair.Known).OrderBy(static pair => pair.Common).Take(200)]);
    }

    private string Count(Func<Pair, bool> which) => _pairs.Count(which).ToString("N0", CultureInfo.InvariantCulture);

    private static string OriginalOf(Planted article) => article.Original ?? article.Article.Id;

    private static void Write(string path, Pair[] pairs)
    {
        StringBuilder text = new();
        foreach (Pair pair in pairs)
        {
            text.Append(CultureInfo.InvariantCulture, $"=== {pair.Common:0.00}\n");
            foreach (Article article in (Article[])[pair.First.Article, pair.Later.Article])
            {
                text.Append(CultureInfo.InvariantCulture, $"{article.Id} | {article.Source} | {article.Date} | {article.Title} | {article.Text.Count(' ')} words\n");
                text.Append("    ").Append(article.Text.AsSpan(0, Math.Min(300, article.Text.Length)).ToString().Replace('\n', ' ')).Append('\n');
            }
        }

        File.WriteAllText(path, text.ToString());
    }

    private sealed record Pair(Planted First, Planted Later, bool Known, double Common);
}
