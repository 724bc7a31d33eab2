using SearchService.Analysis.Trees;

namespace SearchService.Analysis.Names;

/// <summary>Decides on whole names: trees over two names, and trees over what the names found say of each other.</summary>
/// <remarks>Grown by <c>make evaluate ONLY=name-trees</c>; see docs/adr/0024.</remarks>
/// <param name="Comparison">Over <see cref="NameComparison.Names"/>.</param>
/// <param name="Company">Over <see cref="NameCompany.Names"/>.</param>
internal sealed record NameJudge(BoostedTrees Comparison, BoostedTrees Company)
{
    private static readonly Lazy<NameJudge> Read = new(static () => new NameJudge(
        Parse("name-comparison.trees", NameComparison.Names),
        Parse("name-company.trees", NameCompany.Names)));

    /// <summary>Gets those that ship.</summary>
    public static NameJudge Shipped => Read.Value;

    private static BoostedTrees Parse(string resource, IReadOnlyList<string> features)
    {
        using Stream stream = typeof(NameJudge).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using StreamReader text = new(stream);
        return BoostedTrees.Parse(text.ReadToEnd(), features);
    }
}
