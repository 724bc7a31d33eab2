using System.Collections.Immutable;

namespace SearchService.Engine.Highlighting;

/// <summary>What a query matched in one text.</summary>
public sealed class TextMatches
{
    internal TextMatches(ImmutableArray<LeafMatch> matches, int leafCount)
    {
        Matches = matches;
        LeafCount = leafCount;
        Spans = Merge(matches);
    }

    /// <summary>Each match by itself: by start, then end, then leaf; they may overlap.</summary>
    public ImmutableArray<LeafMatch> Matches { get; }

    /// <summary>Leaves the query has in this field.</summary>
    public int LeafCount { get; }

    /// <summary>What is to be marked: ascending, neither overlapping nor touching.</summary>
    public ImmutableArray<MatchSpan> Spans { get; }

    private static ImmutableArray<MatchSpan> Merge(ImmutableArray<LeafMatch> matches)
    {
        if (matches.IsEmpty)
        {
            return [];
        }

        var spans = ImmutableArray.CreateBuilder<MatchSpan>();
        var (start, end, _) = matches[0];
        foreach (var match in matches)
        {
            if (match.Start > end)
            {
                spans.Add(new MatchSpan(start, end));
                (start, end) = (match.Start, match.End);
            }
            else
            {
                end = Math.Max(end, match.End);
            }
        }

        spans.Add(new MatchSpan(start, end));
        return spans.DrainToImmutable();
    }
}
