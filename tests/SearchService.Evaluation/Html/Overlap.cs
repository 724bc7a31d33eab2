namespace SearchService.Evaluation.Html;

/// <summary>Shingles of a page: found and right, found and wrong, right and not found.</summary>
internal readonly record struct Overlap(int Hits, int Wrong, int Missed)
{
    /// <summary>Whether anything was found: pages without it count for recall only.</summary>
    public bool HasFound => Hits + Wrong > 0;

    /// <summary>Whether the page has a text.</summary>
    public bool HasWanted => Hits + Missed > 0;

    /// <summary>The share of what was found that is right.</summary>
    public double Precision => Wrong == 0 && Missed == 0 ? 1 : Hits == 0 ? 0 : (double)Hits / (Hits + Wrong);

    /// <summary>The share of what is right that was found.</summary>
    public double Recall => Wrong == 0 && Missed == 0 ? 1 : Hits == 0 ? 0 : (double)Hits / (Hits + Missed);

    /// <summary>What the page costs of the two means.</summary>
    public double Loss => (1 - Precision) + (1 - Recall);

    /// <summary>Means over pages, and their harmonic mean.</summary>
    public static (double Precision, double Recall, double F1) Mean(IReadOnlyCollection<Overlap> pages)
    {
        double precision = pages.Where(static page => page.HasFound).Select(static page => page.Precision).DefaultIfEmpty().Average();
        double recall = pages.Where(static page => page.HasWanted).Select(static page => page.Recall).DefaultIfEmpty().Average();
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
