namespace SearchService.Analysis.Proximity;

/// <summary>Where a term, or any term of a set, stands in the documents asked about.</summary>
public abstract class TermPositions
{
    /// <summary>Finds the positions in a document.</summary>
    /// <param name="document">At or after those asked about before.</param>
    /// <returns>Ascending and distinct, none when the term isn't there; valid until the next call.</returns>
    public abstract ReadOnlySpan<int> In(int document);
}
