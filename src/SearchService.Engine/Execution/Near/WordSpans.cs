namespace SearchService.Engine.Execution.Near;

/// <summary>The occurrences of a term, or of the terms of a set.</summary>
internal sealed class WordSpans(TermPositions positions) : TextSpans
{
    /// <inheritdoc/>
    public override bool FindIn(int document)
    {
        Found.Clear();
        foreach (var position in positions.In(document))
        {
            Found.Add(SpanList.Span(position, position + 1));
        }

        return Found.Count > 0;
    }
}
