using System.Globalization;

namespace SearchService.Analysis.Trees;

/// <summary>A sum of small decision trees, the logarithm of the odds that something is so.</summary>
/// <remarks>
/// Kept as text, a node a line: <c>feature threshold left right</c> for a fork (left is taken where the value is below the threshold),
/// <c>= value</c> for a leaf; nodes of a tree are numbered from 0, its root, and an empty line parts trees.
/// </remarks>
public sealed class BoostedTrees
{
    private readonly Node[] _nodes;
    private readonly int[] _roots;

    private BoostedTrees(Node[] nodes, int[] roots)
    {
        _nodes = nodes;
        _roots = roots;
    }

    /// <summary>Reads trees from text.</summary>
    /// <param name="text">As in the remarks.</param>
    /// <param name="features">The names of the features, in the order in which values are given.</param>
    /// <exception cref="FormatException">The text is no trees, or names another feature.</exception>
    public static BoostedTrees Parse(string text, IReadOnlyList<string> features)
    {
        List<Node> nodes = [];
        List<int> roots = [];
        bool begins = true;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length == 0)
            {
                begins = true;
                continue;
            }

            if (line[0] == '#')
            {
                continue;
            }

            if (begins)
            {
                roots.Add(nodes.Count);
                begins = false;
            }

            string[] parts = line.Split(' ');
            nodes.Add(parts switch
            {
                ["=", string value] => new Node(-1, Number(value), 0, 0),
                [string feature, string threshold, string left, string right] =>
                    new Node(IndexOf(features, feature), Number(threshold), Target(left, roots[^1], nodes.Count), Target(right, roots[^1], nodes.Count)),
                _ => throw new FormatException($"'{line}' is no node of a tree."),
            });
        }

        // Forks lead forward only, so a walk ends; the last of all must be a leaf.
        return nodes.TrueForAll(node => node.Feature < 0 || Math.Max(node.Left, node.Right) < nodes.Count)
            ? new BoostedTrees([.. nodes], [.. roots])
            : throw new FormatException("A fork leads past the last node.");
    }

    /// <summary>How many trees there are.</summary>
    public int Count => _roots.Length;

    /// <summary>The logarithm of the odds.</summary>
    /// <param name="values">One for each feature.</param>
    public double LogOdds(ReadOnlySpan<float> values) => LogOdds(values, 0, Count);

    /// <summary>What some of the trees add to the logarithm of the odds; the first ones say most.</summary>
    /// <param name="values">One for each feature.</param>
    /// <param name="first">The first tree.</param>
    /// <param name="end">The tree after the last; at most <see cref="Count"/>.</param>
    public double LogOdds(ReadOnlySpan<float> values, int first, int end)
    {
        double sum = 0;
        foreach (int root in _roots.AsSpan(first, end - first))
        {
            ref readonly Node node = ref _nodes[root];
            while (node.Feature >= 0)
            {
                node = ref _nodes[values[node.Feature] < node.Value ? node.Left : node.Right];
            }

            sum += node.Value;
        }

        return sum;
    }

    private static int IndexOf(IReadOnlyList<string> features, string name)
    {
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i] == name)
            {
                return i;
            }
        }

        throw new FormatException($"There is no feature '{name}'.");
    }

    private static float Number(string value) => float.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Target(string value, int root, int self) =>
        int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) + root is var target && target > self
            ? target
            : throw new FormatException("A fork leads back.");

    /// <summary>A fork, or a leaf where the feature is -1.</summary>
    private readonly record struct Node(int Feature, float Value, int Left, int Right);
}
