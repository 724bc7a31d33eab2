using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution;

/// <summary>Makes of a query what ranks it with pruning, if it is of a shape that allows it: a term, or a list of terms.</summary>
/// <remarks>
/// A list is a boolean query whose scoring clauses are terms, or such unions of terms as need one match: a document found has the scores of
/// all those terms that it has, whatever clauses are required. Clauses that don't score may be of any shape: matching has seen to them.
/// </remarks>
/// <param name="snapshot">The snapshot searched.</param>
/// <param name="statistics">Its statistics.</param>
/// <param name="terms">Its terms.</param>
/// <param name="options">Limits, and what tests ask for.</param>
/// <param name="scratch">Lends what rankings work with.</param>
internal sealed class RankingCompiler(IndexSnapshot snapshot, SnapshotStatistics statistics, TermLookup terms, SearcherOptions options, Scratch scratch)
{
    private readonly List<(TermQuery Term, double Boost)> _leaves = [];
    private bool _isPlanned;
    private bool _fits;
    private bool _isIntersection;
    private bool _isUnion;

    /// <summary>Whether a query has a shape that can be ranked with pruning.</summary>
    /// <param name="query">The query: the same at each call.</param>
    public bool Fits(Query query)
    {
        if (!_isPlanned)
        {
            _isPlanned = true;
            _fits = options.Ranking != RankingChoice.Never && Plan(query);
        }

        return _fits;
    }

    /// <summary>Compiles the query for one segment.</summary>
    /// <param name="number">The segment's place in the snapshot.</param>
    /// <param name="findsAll">Whether all that the query matches in the segment is found, and any of it may be a hit.</param>
    /// <param name="isFiltered">Whether far less than what the query matches may be found: to score just that is faster than to go through blocks.</param>
    /// <param name="hits">The hits of the segments before.</param>
    /// <param name="floor">A score that as many documents found reach as hits are wanted, or 0.</param>
    /// <returns>Null when scoring everything while it is matched is right, or expected to be faster.</returns>
    public Ranking? TryCompile(int number, bool findsAll, bool isFiltered, TopHits hits, out double floor)
    {
        floor = 0;
        var always = options.Ranking == RankingChoice.Always;
        if (!always && (_leaves.Count > 1 ? _isIntersection && hits.ScoreThreshold < 0 : isFiltered))
        {
            return null;
        }

        var present = PresentIn(number);
        if (_isUnion && present is > 1 and <= CandidateSets.MaxClauses && !always)
        {
            // Matching rules out nearly as much by which of the terms a document has, and decodes nothing twice: all it needs is the floor.
            floor = findsAll ? FloorOf(number, hits.Capacity) : 0;
            return null;
        }

        var ranked = new List<RankedTerm>(present);
        foreach (var (term, boost) in _leaves)
        {
            if (Rank(term, boost, number) is { } one)
            {
                ranked.Add(one);
            }
        }

        if (ranked.Count == 0 || (_isIntersection && ranked.Count < _leaves.Count))
        {
            return null;
        }

        floor = !_isUnion || !findsAll ? 0 : ranked is [var only] ? FloorOf(only, hits.Capacity) : FloorOf(number, hits.Capacity);
        Ranking ranking = ranked switch
        {
            [var one] when _isIntersection || _isUnion => new TermRanking(one, floor, _isUnion && findsAll, options.Tally),
            _ when _isIntersection => new IntersectionRanking([.. ranked], snapshot.Segments[number].DocumentCount, options.Tally),
            _ => new UnionRanking([.. ranked], floor, snapshot.Segments[number].DocumentCount, scratch, options.Tally),
        };
        return always || ranking.Pays(hits) ? ranking : null;
    }

    // The rarest term that is frequent enough has nearly always the best: reading the bounds of others as well would seldom pay.
    private double FloorOf(int number, int count)
    {
        (TermQuery Term, double Boost)? heaviest = null;
        double most = 0;
        foreach (var (term, boost) in _leaves)
        {
            var found = terms.Find(term);
            var weight = boost * statistics.Idf(term.Field, found.DocumentFrequency);
            if (weight > most && found.Entries[number]?.DocumentFrequency >= count)
            {
                (heaviest, most) = ((term, boost), weight);
            }
        }

        return heaviest is { } leaf && Rank(leaf.Term, leaf.Boost, number) is { } one ? FloorOf(one, count) : 0;
    }

    private static double FloorOf(RankedTerm term, int count) => term.DocumentFrequency >= count ? term.FloorOf(count) : 0;

    private RankedTerm? Rank(TermQuery term, double boost, int number)
    {
        var segment = snapshot.Segments[number];
        var found = terms.Find(term);
        return found.Entries[number] is { } entry
            ? new RankedTerm(segment, entry, statistics.Scorer(segment, term.Field, boost * statistics.Idf(term.Field, found.DocumentFrequency)), scratch)
            : null;
    }

    private int PresentIn(int number)
    {
        var count = 0;
        foreach (var (term, _) in _leaves)
        {
            count += terms.Find(term).Entries[number] is null ? 0 : 1;
        }

        return count;
    }

    private bool Plan(Query query)
    {
        double boost = 1;
        if (AsTerm(ref query, ref boost) is { } term)
        {
            _leaves.Add((term, boost));
            _isUnion = true;
            return true;
        }

        if (query is not BooleanQuery boolean)
        {
            return false;
        }

        _isUnion = IsUnion(boolean);
        _leaves.EnsureCapacity(Math.Min(boolean.Clauses.Length, UnionRanking.MaxTerms));
        _isIntersection = !_isUnion;
        foreach (var (clause, occur) in boolean.Clauses)
        {
            if (occur is Occur.Must or Occur.Should)
            {
                var nested = clause;
                var nestedBoost = boost;
                if (AsTerm(ref nested, ref nestedBoost) is { } leaf)
                {
                    _isIntersection &= occur == Occur.Must;
                    _leaves.Add((leaf, nestedBoost));
                }
                else
                {
                    _isIntersection = false;
                    if (!AddUnion(nested, nestedBoost))
                    {
                        return false;
                    }
                }
            }
        }

        return _leaves.Count is > 0 and <= UnionRanking.MaxTerms;
    }

    private bool AddUnion(Query query, double boost)
    {
        if (query is not BooleanQuery union || !IsUnion(union))
        {
            return false;
        }

        foreach (var (clause, _) in union.Clauses)
        {
            var nested = clause;
            var nestedBoost = boost;
            if (AsTerm(ref nested, ref nestedBoost) is not { } leaf)
            {
                return false;
            }

            _leaves.Add((leaf, nestedBoost));
        }

        return true;
    }

    private static bool IsUnion(BooleanQuery query)
    {
        foreach (var clause in query.Clauses)
        {
            if (clause.Occur != Occur.Should)
            {
                return false;
            }
        }

        return query.RequiredShould == 1;
    }

    // Multiplies boosts as QueryCompiler does, so that weights are the same to the bit.
    private static TermQuery? AsTerm(ref Query query, ref double boost)
    {
        while (query is BoostQuery boosted)
        {
            query = boosted.Query;
            boost = Bm25.Bounded(boost * boosted.Boost);
        }

        return query switch
        {
            TermQuery term => term,
            PhraseQuery { Terms.Length: 1 } phrase => new TermQuery(phrase.Field, phrase.Form, phrase.Terms[0]),
            _ => null,
        };
    }
}
