using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>Counts the files, or records of a file, that are no articles, so that a report names each kind once.</summary>
internal sealed class LeftAside
{
    /// <summary>What scripts, styles and the like hold.</summary>
    public const string Companions = "what stands beside pages, not articles";

    // A set may hold any number of kinds; a report of more isn't read.
    private const int MostKinds = 100;
    private const string Others = "other kinds";

    private readonly SortedDictionary<string, (long Count, RecordPlace First, string Code, string Holds)> _kinds = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="kind">By which it is counted, such as an extension.</param>
    /// <param name="holds">What it holds: words that go on after "it holds".</param>
    /// <param name="code">Of the problem.</param>
    /// <param name="place">Where.</param>
    public void Add(string kind, string holds, string code, RecordPlace place)
    {
        string key = _kinds.Count < MostKinds || _kinds.ContainsKey(kind) ? kind : Others;
        (long count, RecordPlace first, code, holds) = _kinds.GetValueOrDefault(key, (0, place, code, holds));
        _kinds[key] = (count + 1, first, code, holds);
    }

    /// <summary>A problem a kind, each with its first place and the number.</summary>
    /// <param name="what">What was counted: "file", "record".</param>
    /// <param name="effect">What it cost.</param>
    public IEnumerable<IngestionProblem> Problems(string what, ProblemEffect effect = ProblemEffect.FileSkipped)
    {
        foreach ((string kind, (long count, RecordPlace first, string code, string holds)) in _kinds)
        {
            string which = count == 1 ? $"The {what} ({kind}) was" : $"This {what} and {count - 1} more of {kind} were";
            yield return new IngestionProblem { Code = code, Effect = effect, Place = first, Reason = $"{which} left aside; held is {holds}." };
        }
    }
}
