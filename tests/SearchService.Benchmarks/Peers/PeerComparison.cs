using System.Collections.Immutable;

namespace SearchService.Benchmarks.Peers;

/// <summary>How far a peer's answers are ours.</summary>
internal sealed class PeerComparison
{
    private const int ShownDifferences = 5;

    internal PeerComparison(ImmutableArray<PeerQuery> queries, PeerRun ours, PeerRun peer, bool withScores)
    {
        List<string> differences = [];
        for (int i = 0; i < queries.Length; i++)
        {
            if (peer.Answers[i] is not { } theirs)
            {
                continue;
            }

            PeerAnswer own = ours.Answers[i]!;
            bool counts = own.CountsAgree(theirs), scores = !withScores || own.ScoresAgree(theirs);
            Asked++;
            CountsAgree += counts ? 1 : 0;
            ScoresAgree += scores ? 1 : 0;
            if (!counts || !scores)
            {
                differences.Add($"`{queries[i].Line.Replace('\t', ' ')}`: {(counts ? $"scores {Scores(own)} and {Scores(theirs)}" : $"{own.Total} {own.Facets} and {theirs.Total} {theirs.Facets}")}");
            }
        }

        Differences = [.. differences.Take(ShownDifferences)];
    }

    /// <summary>Queries the peer knows.</summary>
    internal int Asked { get; }

    /// <summary>Those whose total and facet counts are ours.</summary>
    internal int CountsAgree { get; }

    /// <summary>Those whose ten best scores are ours.</summary>
    internal int ScoresAgree { get; }

    /// <summary>The first queries answered otherwise.</summary>
    internal ImmutableArray<string> Differences { get; }

    private static string Scores(PeerAnswer answer) => string.Join(' ', answer.Scores);
}
