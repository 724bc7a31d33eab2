using SearchService.Core.Indexes;

namespace SearchService.Ingestion.Reporting;

/// <summary>What became of an article set: counts, and the problems by kind with the first examples.</summary>
/// <remarks>Its size doesn't grow with the set. Used from one thread.</remarks>
public sealed class IngestionReport
{
    /// <summary>Examples kept of each code.</summary>
    public const int Examples = 3;

    private readonly Dictionary<string, ProblemGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>Articles that the index didn't have.</summary>
    public long Added { get; private set; }

    /// <summary>Articles that the index had with other content.</summary>
    public long Updated { get; private set; }

    /// <summary>Articles that the index had as they are.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Records that are not in the index.</summary>
    public long Rejected { get; private set; }

    /// <summary>Files, or rests of files, that couldn't be read.</summary>
    public long FilesRejected { get; private set; }

    /// <summary>Articles of the generation before that are not in the new one.</summary>
    public long Removed { get; set; }

    /// <summary>Articles whose outlet the registry doesn't know; no problem, but worth knowing.</summary>
    public long OutletsUnknown { get; private set; }

    /// <summary>Stories that the articles tell: those that read alike are one.</summary>
    public long Stories { get; private set; }

    /// <summary>Articles read, whatever became of them.</summary>
    public long Articles => Added + Updated + Unchanged;

    /// <summary>Whether everything that was given is in the index.</summary>
    public bool IsComplete => Rejected == 0 && FilesRejected == 0;

    /// <summary>The problems by code: what cost most first, then the most frequent.</summary>
    public IReadOnlyList<ProblemGroup> Groups =>
        [.. _groups.Values.OrderByDescending(static group => group.Effect).ThenByDescending(static group => group.Count).ThenBy(static group => group.Code, StringComparer.Ordinal)];

    /// <summary>Counts a problem, and the record or file that it cost.</summary>
    /// <param name="problem">One of an outcome, or of the registry of outlets.</param>
    public void Add(IngestionProblem problem)
    {
        if (!_groups.TryGetValue(problem.Code, out ProblemGroup? group))
        {
            _groups.Add(problem.Code, group = new ProblemGroup(problem.Code));
        }

        group.Add(problem);
    }

    /// <summary>Counts what was read: its problems, and the record if it was rejected.</summary>
    /// <param name="outcome">As the reader gave it.</param>
    public void Add(ReadOutcome outcome)
    {
        bool rejected = false, fileRejected = false;
        foreach (IngestionProblem problem in outcome.Problems)
        {
            Add(problem);
            rejected |= problem.Effect == ProblemEffect.RecordRejected;
            fileRejected |= problem.Effect == ProblemEffect.FileRejected;
        }

        Rejected += rejected ? 1 : 0;
        FilesRejected += fileRejected ? 1 : 0;
        OutletsUnknown += outcome.OutletKnown == false ? 1 : 0;
        Stories += outcome.Article is { } article && (article.Story is null || article.Story == article.Id) ? 1 : 0;
    }

    /// <summary>Counts what became of an article that was read.</summary>
    /// <param name="outcome">As the index's writer gave it.</param>
    public void Add(ArticleOutcome outcome)
    {
        switch (outcome)
        {
            case ArticleOutcome.Added:
                Added++;
                break;
            case ArticleOutcome.Updated:
                Updated++;
                break;
            case ArticleOutcome.Unchanged:
                Unchanged++;
                break;
            default:
                Rejected++;
                break;
        }
    }
}
