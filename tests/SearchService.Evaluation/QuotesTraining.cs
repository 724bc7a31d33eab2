using SearchService.Evaluation.Quotes;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Grows the trees that judge what stands between quotation marks: <c>make evaluate ONLY=quote-trees</c>, then build again.</summary>
internal static class QuotesTraining
{
    /// <summary>What it is run by.</summary>
    public const string Name = "quote-trees";

    /// <summary>Grows them and writes them where the build takes them from.</summary>
    /// <returns>An exit code.</returns>
    public static int Run()
    {
        GrownTrees grown = new JudgeTraining().Grow(MarkedArticle.Read("train"));
        string folder = Path.Combine(SampleIndex.Repository, "src", "SearchService.Quotations", "Finding", "Attribution");
        foreach ((string name, string trees) in new[] { ("speaker", grown.Speaker), ("speech", grown.Speech), ("direct", grown.Direct), ("join", grown.Join) })
        {
            string path = Path.Combine(folder, name + ".trees");
            File.WriteAllText(path, $"# Grown by `make evaluate ONLY={Name}`; see docs/adr/0022.\n" + trees);
            Console.Error.WriteLine($"Written: {path}");
        }

        return 0;
    }
}
