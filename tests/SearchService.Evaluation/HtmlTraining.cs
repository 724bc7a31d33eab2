using SearchService.Evaluation.Html;
using SearchService.Evaluation.Html.Training;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Grows the trees that tell an article from the rest of its page: <c>make evaluate ONLY=html-trees</c>, then build again.</summary>
internal static class HtmlTraining
{
    /// <summary>What it is run by.</summary>
    public const string Name = "html-trees";

    /// <summary>Grows them and writes them where the build takes them from.</summary>
    /// <returns>An exit code.</returns>
    public static int Run()
    {
        string path = Path.Combine(SampleIndex.Repository, "src", "SearchService.Ingestion", "Extraction", "Html", "Selection", "article-blocks.trees");
        string trees = CrossValidation.Grow(MarkedSets.ToLearnFrom());
        File.WriteAllText(path, "# Grown by `make evaluate ONLY=html-trees`; see docs/adr/0016.\n" + trees);
        Console.Error.WriteLine($"Written: {path}");
        return 0;
    }
}
