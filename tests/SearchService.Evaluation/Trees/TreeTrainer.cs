using System.Globalization;
using System.Text;

namespace SearchService.Evaluation.Trees;

/// <summary>Grows boosted decision trees for a yes or no (Friedman 2001, with the second-order gain of XGBoost, Chen and Guestrin 2016).</summary>
/// <remarks>Values are put into at most 64 bins; a split must gain something for a least weight on each side. The same rows give the same trees.</remarks>
internal sealed class TreeTrainer(TreeTrainer.Options options)
{
    private const int Bins = 64;

    /// <summary>How trees grow.</summary>
    /// <param name="Trees">How many.</param>
    /// <param name="Depth">Forks on the way to a leaf, at most.</param>
    /// <param name="Rate">How much of its answer a tree gives.</param>
    /// <param name="LeastWeight">Second-order weight of a leaf, at least.</param>
    /// <param name="Regularization">Added to each leaf's weight.</param>
    /// <param name="Columns">The share of features that a tree looks at.</param>
    internal sealed record Options(int Trees, int Depth, double Rate, double LeastWeight, double Regularization, double Columns);

    /// <summary>Grows trees.</summary>
    /// <param name="rows">Values of features, a row an example.</param>
    /// <param name="labels">What is right.</param>
    /// <param name="weights">How much an example counts.</param>
    /// <param name="names">Of the features.</param>
    /// <returns>The trees as the product reads them.</returns>
    public string Train(float[][] rows, bool[] labels, double[] weights, IReadOnlyList<string> names)
    {
        int count = rows.Length;
        int features = names.Count;
        float[][] edges = new float[features][];
        byte[][] bins = new byte[features][];
        for (int f = 0; f < features; f++)
        {
            edges[f] = Edges(rows, f);
            bins[f] = new byte[count];
            for (int i = 0; i < count; i++)
            {
                int at = Array.BinarySearch(edges[f], rows[i][f]);
                bins[f][i] = (byte)(at < 0 ? ~at : at + 1);
            }
        }

        Random random = new(20200220);
        StringBuilder text = new();
        double[] odds = new double[count];
        double[] gradients = new double[count];
        double[] curvatures = new double[count];
        for (int t = 0; t < options.Trees; t++)
        {
            for (int i = 0; i < count; i++)
            {
                double p = 1 / (1 + Math.Exp(-odds[i]));
                gradients[i] = weights[i] * (p - (labels[i] ? 1 : 0));
                curvatures[i] = weights[i] * p * (1 - p);
            }

            int[] columns = [.. Enumerable.Range(0, features).Where(_ => random.NextDouble() < options.Columns)];
            List<string> lines = [];
            Grow([.. Enumerable.Range(0, count)], 0);
            text.AppendJoin('\n', lines).Append("\n\n");

            void Grow(int[] members, int depth)
            {
                double g = members.Sum(i => gradients[i]);
                double h = members.Sum(i => curvatures[i]);
                (double Gain, int Feature, int Bin) best = depth < options.Depth ? BestSplit(members, columns, bins, gradients, curvatures, g, h) : default;
                if (best.Gain <= 1e-6)
                {
                    double value = -options.Rate * g / (h + options.Regularization);
                    foreach (int i in members)
                    {
                        odds[i] += value;
                    }

                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"= {value:0.####}"));
                    return;
                }

                int self = lines.Count;
                lines.Add("");
                byte[] column = bins[best.Feature];
                Grow([.. members.Where(i => column[i] <= best.Bin)], depth + 1);
                int right = lines.Count;
                Grow([.. members.Where(i => column[i] > best.Bin)], depth + 1);
                lines[self] = string.Create(CultureInfo.InvariantCulture, $"{names[best.Feature]} {edges[best.Feature][best.Bin]:R} {self + 1} {right}");
            }
        }

        return text.ToString();
    }

    private (double Gain, int Feature, int Bin) BestSplit(
        int[] members, int[] columns, byte[][] bins, double[] gradients, double[] curvatures, double g, double h)
    {
        (double Gain, int Feature, int Bin) best = default;
        double none = g * g / (h + options.Regularization);
        double[] binG = new double[Bins + 1];
        double[] binH = new double[Bins + 1];
        foreach (int f in columns)
        {
            Array.Clear(binG);
            Array.Clear(binH);
            byte[] column = bins[f];
            foreach (int i in members)
            {
                binG[column[i]] += gradients[i];
                binH[column[i]] += curvatures[i];
            }

            double leftG = 0;
            double leftH = 0;
            for (int b = 0; b < Bins; b++)
            {
                leftG += binG[b];
                leftH += binH[b];
                if (leftH < options.LeastWeight || h - leftH < options.LeastWeight)
                {
                    continue;
                }

                double gain = (leftG * leftG / (leftH + options.Regularization)) + ((g - leftG) * (g - leftG) / (h - leftH + options.Regularization)) - none;
                if (gain > best.Gain)
                {
                    best = (gain, f, b);
                }
            }
        }

        return best;
    }

    // Bin b holds values from edge b-1 on and below edge b: a row goes left of a split at bin b where its value is below edge b.
    private static float[] Edges(float[][] rows, int feature)
    {
        float[] values = [.. rows.Select(row => row[feature]).Distinct().Order()];
        if (values.Length <= Bins)
        {
            return [.. values.Skip(1).Zip(values, static (high, low) => (high + low) / 2)];
        }

        float[] sorted = [.. rows.Select(row => row[feature]).Order()];
        return [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * sorted.Length / Bins)]).Distinct()];
    }
}
