namespace SearchService.Engine.Segments.Terms;

/// <summary>
/// What a dictionary says of a term: how often it occurs and where its postings and positions are. Good for the segment
/// it comes from.
/// </summary>
public readonly struct TermEntry
{
    internal TermEntry(int documentFrequency, long totalFrequency, long postings, long positions)
    {
        DocumentFrequency = documentFrequency;
        TotalFrequency = totalFrequency;
        Postings = postings;
        Positions = positions;
    }

    /// <summary>How many documents of the segment have the term, deleted ones included; at least 1.</summary>
    public int DocumentFrequency { get; }

    /// <summary>How often the term occurs in the segment; at least <see cref="DocumentFrequency"/>.</summary>
    public long TotalFrequency { get; }

    /// <summary>Where the postings begin in their file; for a term of one document, that document's id.</summary>
    internal long Postings { get; }

    /// <summary>Where the positions begin in their file.</summary>
    internal long Positions { get; }
}
