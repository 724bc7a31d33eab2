namespace SearchService.Ingestion.Reporting;

/// <summary>All problems of one code.</summary>
/// <param name="code">One of <see cref="ProblemCodes"/>.</param>
public sealed class ProblemGroup(string code)
{
    private readonly List<IngestionProblem> _examples = [];
    private readonly long[] _effects = new long[(int)ProblemEffect.FileRejected + 1];

    /// <summary>One of <see cref="ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The worst that any of them cost.</summary>
    public ProblemEffect Effect { get; private set; }

    /// <summary>How many there were of each cost, the worst first.</summary>
    public IEnumerable<(ProblemEffect Effect, long Count)> Effects =>
        _effects.Select(static (count, effect) => ((ProblemEffect)effect, count)).Where(static effect => effect.count > 0).Reverse();

    /// <summary>The first of them, at most <see cref="IngestionReport.Examples"/>.</summary>
    public IReadOnlyList<IngestionProblem> Examples => _examples;

    internal void Add(IngestionProblem problem)
    {
        Count++;
        _effects[(int)problem.Effect]++;
        Effect = problem.Effect > Effect ? problem.Effect : Effect;
        if (_examples.Count < IngestionReport.Examples)
        {
            _examples.Add(problem);
        }
    }
}
