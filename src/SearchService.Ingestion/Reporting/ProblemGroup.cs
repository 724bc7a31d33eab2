namespace SearchService.Ingestion.Reporting;

/// <summary>All problems of one code.</summary>
/// <param name="code">One of <see cref="ProblemCodes"/>.</param>
public sealed class ProblemGroup(string code)
{
    private readonly List<IngestionProblem> _examples = [];

    /// <summary>One of <see cref="ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The worst that any of them cost.</summary>
    public ProblemEffect Effect { get; private set; }

    /// <summary>The first of them, at most <see cref="IngestionReport.Examples"/>.</summary>
    public IReadOnlyList<IngestionProblem> Examples => _examples;

    internal void Add(IngestionProblem problem)
    {
        Count++;
        Effect = problem.Effect > Effect ? problem.Effect : Effect;
        if (_examples.Count < IngestionReport.Examples)
        {
            _examples.Add(problem);
        }
    }
}
