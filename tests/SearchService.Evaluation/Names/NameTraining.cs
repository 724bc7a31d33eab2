using SearchService.Analysis.Names;
using SearchService.Analysis.Trees;
using SearchService.Evaluation.Trees;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Names;

/// <summary>Grows the trees that decide on whole names, from half of the clusters: <c>make evaluate ONLY=name-trees</c>, then build again.</summary>
/// <remarks>
/// The second trees are grown from what the first ones say of names that they weren't grown on: a fifth of the clusters is left out, five times.
/// No name of the half kept back is an example.
/// </remarks>
internal sealed class NameTraining
{
    /// <summary>What it is run by.</summary>
    public const string Name = "name-trees";

    private const int Folds = 5;

    // The other half of the names is no example, though a look-up finds its names, too.
    private const double WeightOfOthers = 2;

    private static readonly TreeTrainer Comparison = new(new TreeTrainer.Options(Trees: 300, Depth: 4, Rate: 0.04, LeastWeight: 2, Regularization: 1, Columns: 0.5));
    private static readonly TreeTrainer Company = new(new TreeTrainer.Options(Trees: 100, Depth: 3, Rate: 0.08, LeastWeight: 5, Regularization: 1, Columns: 0.6));

    private readonly ILookup<string, NameCluster> _clusters = NameCluster.Read(NamesEvaluation.Persons)
        .SelectMany(static cluster => cluster.Spellings.Select(spelling => (spelling.Text, cluster)))
        .ToLookup(static pair => pair.Text, static pair => pair.cluster);

    private readonly string[] _names;

    private NameTraining() => _names = [.. _clusters.Select(static names => names.Key).Where(name => _clusters[name].All(static cluster => cluster.IsTrain))];

    /// <summary>Grows them and writes them where the build takes them from.</summary>
    /// <returns>An exit code.</returns>
    public static int Run()
    {
        new NameTraining().Write();
        return 0;
    }

    private void Write()
    {
        BoostedTrees none = BoostedTrees.Parse("= 0", NameCompany.Names);
        NameIndex index = Index(new NameJudge(none, none));
        Dictionary<string, Example[]> compared = Examples(_names, index.Compared);
        Save("name-comparison.trees", Grow(compared, Comparison, NameComparison.Names, static _ => true));
        Dictionary<string, Example[]> described = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            BoostedTrees trees = BoostedTrees.Parse(Grow(compared, Comparison, NameComparison.Names, name => FoldOf(name) != fold), NameComparison.Names);
            NameIndex folded = Index(new NameJudge(trees, none));
            foreach ((string name, Example[] examples) in Examples(_names.Where(name => FoldOf(name) == fold), folded.Described))
            {
                described.Add(name, examples);
            }
        }

        Save("name-company.trees", Grow(described, Company, NameCompany.Names, static _ => true));
    }

    private NameIndex Index(NameJudge judge) => new(_clusters.Select(static names => (names.Key, 1L)), judge);

    private int FoldOf(string name) => _clusters[name].First().Number % Folds;

    private Dictionary<string, Example[]> Examples(IEnumerable<string> names, Func<string, IEnumerable<(string Name, float[] Values)>> others)
    {
        HashSet<string> own = [.. _names];
        return names.ToDictionary(
            static name => name,
            name => others(name).Where(other => own.Contains(other.Name))
                .Select(other => new Example(other.Name, other.Values, _clusters[name].Intersect(_clusters[other.Name]).Any())).ToArray());
    }

    private static string Grow(Dictionary<string, Example[]> examples, TreeTrainer trainer, IReadOnlyList<string> features, Func<string, bool> isIn)
    {
        Example[] all = [.. examples.Where(name => isIn(name.Key)).SelectMany(name => name.Value.Where(other => isIn(other.Name)))];
        return trainer.Train(
            [.. all.Select(static example => example.Values)],
            [.. all.Select(static example => example.IsSame)],
            [.. all.Select(static example => example.IsSame ? 1 : WeightOfOthers)],
            features);
    }

    private static void Save(string file, string trees)
    {
        string path = Path.Combine(SampleIndex.Repository, "src", "SearchService.Analysis", "Names", file);
        File.WriteAllText(path, $"# Grown by `make evaluate ONLY={Name}`; see docs/adr/0024.\n{trees}");
        Console.Error.WriteLine($"Written: {path}");
    }

    private sealed record Example(string Name, float[] Values, bool IsSame);
}
