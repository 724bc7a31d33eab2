using System.Diagnostics;
using System.Globalization;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Names;

/// <summary>Counts what was found of what was looked for, and how much of what was found is right.</summary>
internal sealed class Tally
{
    private readonly Stopwatch _watch = new();
    private int _given;
    private int _wanted;
    private int _found;
    private int _added;
    private int _right;
    private double _shares;
    private int _answers;
    private double _rightShares;

    /// <summary>Measures a look-up.</summary>
    public T Timed<T>(Func<T> lookUp)
    {
        _watch.Start();
        T found = lookUp();
        _watch.Stop();
        return found;
    }

    /// <summary>Counts a look-up.</summary>
    /// <param name="wanted">What was to be found; not empty.</param>
    /// <param name="found">What was.</param>
    /// <param name="isRight">Whether something found is right, wanted or not.</param>
    /// <param name="tell">Takes each error: "missed" or "wrong", and the name.</param>
    public void Add(IReadOnlyCollection<string> wanted, IReadOnlySet<string> found, Func<string, bool> isRight, Action<string, string> tell)
    {
        int own = wanted.Count(found.Contains);
        _given++;
        _wanted += wanted.Count;
        _found += own;
        _shares += (double)own / wanted.Count;
        _added += found.Count;
        int right = found.Count(isRight);
        _right += right;
        _answers += found.Count > 0 ? 1 : 0;
        _rightShares += found.Count > 0 ? (double)right / found.Count : 0;
        foreach (string name in wanted.Where(name => !found.Contains(name)))
        {
            tell("missed", name);
        }

        foreach (string name in found.Where(name => !isRight(name)))
        {
            tell("wrong", name);
        }
    }

    /// <summary>Writes a row.</summary>
    public void Write(Report report, string set, string half, string foundGoal, string rightGoal) => report.Row(
        set,
        half,
        _given.ToString("N0", CultureInfo.InvariantCulture),
        $"{Share(_found, _wanted)}{Goal(foundGoal)}",
        Share(_shares, _given),
        $"{Share(_right, _added)}{Goal(rightGoal)}",
        Share(_rightShares, _answers),
        string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalMicroseconds / _given:F0} µs"));

    private static string Goal(string goal) => goal.Length == 0 ? "" : $" ({goal})";

    private static string Share(double part, double all) => all == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * part / all:F1} %");
}
