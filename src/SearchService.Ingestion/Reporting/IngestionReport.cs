using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Reporting;

/// <summary>What became of an article set: counts, and the problems by kind with the first examples.</summary>
/// <remarks>Its size is bounded, however large the set. Used from one thread.</remarks>
public sealed class IngestionReport
{
    /// <summary>Examples kept of each code.</summary>
    public const int Examples = 3;

    private static readonly (string Field, Func<Article, bool> Has)[] Fields =
    [
        ("title", static article => article.Title.Length > 0),
        ("source", static article => article.Source is not null),
        ("country", static article => article.Country is not null),
        ("stance", static article => article.Stance is not null),
        ("date", static article => article.Date is not null),
        ("author", static article => article.Authors.Count > 0),
        ("language", static article => article.Language is not null),
    ];

    private readonly Dictionary<string, ProblemGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _languages = new(StringComparer.Ordinal);
    private readonly long[] _missing = new long[Fields.Length];

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
    public long OutletsUnknown => UnknownOutlets.Articles;

    /// <summary>Those outlets.</summary>
    public UnknownOutlets UnknownOutlets { get; } = new();

    /// <summary>How many articles lack a value, by field; fields that all articles have aren't there.</summary>
    public IEnumerable<(string Field, long Articles)> Missing =>
        Fields.Select((one, index) => (one.Field, _missing[index])).Where(static missing => missing.Item2 > 0);

    /// <summary>How many articles there are in each language that is known, the most frequent first.</summary>
    public IEnumerable<(string Language, long Articles)> Languages =>
        _languages.OrderByDescending(static language => language.Value).ThenBy(static language => language.Key, StringComparer.Ordinal).Select(static language => (language.Key, language.Value));

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
        if (outcome.OutletKnown == false)
        {
            UnknownOutlets.Add(outcome.Article?.Source, outcome.OutletAddress);
        }

        if (outcome.Article is { } article)
        {
            Stories += article.Story is null || article.Story == article.Id ? 1 : 0;
            Look(article);
        }
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

    private void Look(Article article)
    {
        for (int field = 0; field < Fields.Length; field++)
        {
            _missing[field] += Fields[field].Has(article) ? 0 : 1;
        }

        if (article.Language is { } language)
        {
            _languages[language] = _languages.GetValueOrDefault(language) + 1;
        }
    }
}
