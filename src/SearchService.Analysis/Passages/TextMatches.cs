using System.Collections.Immutable;

namespace SearchService.Analysis.Passages;

/// <summary>What a query matched in one text.</summary>
public sealed class TextMatches
{
    private TextMatches(ImmutableArray<LeafMatch> matches, int leafCount)
    {
        Matches = matches;
        LeafCount = leafCount;
        Spans = Merge(matches);
    }

    /// <summary>Gets what a query without leaves matches in any text.</summary>
    public static TextMatches None { get; } = new([], 0);

    /// <summary>Each match by itself: by start, then end, then leaf; they may overlap.</summary>
    public ImmutableArray<LeafMatch> Matches { get; }

    /// <summary>Leaves the query has in this field.</summary>
    public int LeafCount { get; }

    /// <summary>What is to be marked: ascending, neither overlapping nor touching.</summary>
    public ImmutableArray<MatchSpan> Spans { get; }

    /// <summary>Puts matches in order.</summary>
    /// <param name="matches">In any order, and some of them twice, as two occurrences of a sloppy phrase may share words; sorted when this returns.</param>
    /// <param name="leafCount">Leaves the query has in this field.</param>
    public static TextMatches Of(List<LeafMatch> matches, int leafCount)
    {
        matches.Sort(static (a, b) => (a.Start, a.End, a.Leaf).CompareTo((b.Start, b.End, b.Leaf)));
        return new TextMatches([.. WithoutRepeats(matches)], leafCount);
    }

    private static IEnumerable<LeafMatch> WithoutRepeats(List<LeafMatch> sorted)
    {
        LeafMatch? last = null;
        foreach (var match in sorted)
        {
            if (match != last)
            {
                yield return match;
            }

            last = match;
        }
    }

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
