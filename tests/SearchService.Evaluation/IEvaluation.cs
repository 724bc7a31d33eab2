using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>One question of quality, answered on the shared data by figures that are compared with goals.</summary>
internal interface IEvaluation
{
    /// <summary>What it is run by: <c>make evaluate ONLY=html</c>.</summary>
    string Name { get; }

    /// <summary>What it reads, relative to the shared data.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>Measures, and writes its sections; what is wrong goes into files under a folder, for those who want to look.</summary>
    /// <param name="report">The page of figures.</param>
    /// <param name="findings">A folder of its own for lists of errors.</param>
    void Run(Report report, string findings);
}
