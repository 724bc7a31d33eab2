namespace SearchService.Analysis.Proximity;

/// <summary>The spans of all alternatives together.</summary>
public sealed class AlternativeSpans(TextSpans[] alternatives) : TextSpans
{
    /// <inheritdoc/>
    public override bool FindIn(int document)
    {
        Found.Clear();
        foreach (var alternative in alternatives)
        {
            if (alternative.FindIn(document))
            {
                Found.AddAll(alternative.Found);
            }
        }

        Found.Sort();
        return Found.Count > 0;
    }

    /// <inheritdoc/>
    public override void AddParts(ulong span, HashSet<ulong> parts)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.Found.Spans.BinarySearch(span) >= 0)
            {
                alternative.AddParts(span, parts);
            }
        }
    }
}
