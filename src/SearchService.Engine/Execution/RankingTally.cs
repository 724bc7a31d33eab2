namespace SearchService.Engine.Execution;

/// <summary>Counts what ranking passed over and what it scored: tests want to know that anything was passed over. Not thread-safe.</summary>
internal sealed class RankingTally
{
    /// <summary>Windows, or stretches between the ends of blocks, that the bounds of their terms ruled out.</summary>
    public long WindowsSkipped { get; private set; }

    /// <summary>Blocks of a term that were ruled out on their own.</summary>
    public long BlocksSkipped { get; private set; }

    /// <summary>Documents scored, in full or by their most telling terms.</summary>
    public long DocumentsScored { get; private set; }

    /// <summary>Counts a window or stretch.</summary>
    public void SkipWindow() => WindowsSkipped++;

    /// <summary>Counts a block.</summary>
    public void SkipBlock() => BlocksSkipped++;

    /// <summary>Counts documents.</summary>
    public void Score(int documents) => DocumentsScored += documents;
}
