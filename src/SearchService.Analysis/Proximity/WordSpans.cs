namespace SearchService.Analysis.Proximity;

/// <summary>The occurrences of a term, or of the terms of a set.</summary>
public sealed class WordSpans(TermPositions positions) : TextSpans
{
    /// <inheritdoc/>
    public override bool FindIn(int document)
    {
        Found.SetWords(positions.In(document));
        return Found.Count > 0;
    }
}
