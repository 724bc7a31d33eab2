using System.Runtime.CompilerServices;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Execution.Near;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>Makes of a query the matchers that find it in a segment.</summary>
/// <remarks>
/// What can't match in the segment is taken out on the way up, so an intersection with an absent word costs one look-up. A boost
/// is multiplied into the weights below it. Where nothing is ranked, no frequency is asked for and optional clauses are
/// dropped.
/// </remarks>
/// <param name="snapshot">The snapshot searched.</param>
/// <param name="statistics">Its statistics.</param>
/// <param name="terms">Its terms.</param>
/// <param name="options">Limits.</param>
/// <param name="scratch">Lends what the matchers work with.</param>
/// <param name="cancellation">Ends long expansions.</param>
internal sealed class QueryCompiler(
    IndexSnapshot snapshot,
    SnapshotStatistics statistics,
    TermLookup terms,
    SearcherOptions options,
    Scratch scratch,
    CancellationToken cancellation)
{
    private NearCompiler? _near;
    private Query _root = Query.None;
    private int _setsNear;

    /// <summary>Compiles a query for one segment.</summary>
    /// <param name="query">The query.</param>
    /// <param name="segment">The segment's place in the snapshot.</param>
    /// <param name="ranked">Whether scores will be asked for.</param>
    /// <exception cref="ArgumentException">The query is nested deeper than <see cref="SearcherOptions.MaxDepth"/>, or names a field of another kind.</exception>
    public Matcher Compile(Query query, int segment, bool ranked)
    {
        (_root, _setsNear) = (query, -1);
        return Compile(query, segment, ranked ? 1 : null, 0);
    }

    // A null boost: not ranked.
    private Matcher Compile(Query query, int segment, double? boost, int depth)
    {
        for (; ; depth++)
        {
            if (depth > options.MaxDepth)
            {
                throw new ArgumentException($"The query is nested more than {options.MaxDepth} deep; simplify it or raise {nameof(SearcherOptions)}.{nameof(SearcherOptions.MaxDepth)}.", nameof(query));
            }

            RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (query)
            {
                case BoostQuery boosted:
                    query = boosted.Query;
                    boost = boost is null ? null : Bm25.Bounded(boost.Value * boosted.Boost);
                    break;
                case ConstantQuery constant:
                    return Scored(Compile(constant.Query, segment, null, depth + 1), boost * constant.Score);
                case BooleanQuery boolean:
                    return CompileBoolean(boolean, segment, boost, depth);
                case PhraseQuery { Terms.Length: > 1 } phrase:
                    return CompilePhrase(phrase, segment, boost);
                case PhraseQuery { Terms.Length: 1 } phrase:
                    query = new TermQuery(phrase.Field, phrase.Form, phrase.Terms[0]);
                    break;
                case TermQuery term:
                    return CompileTerm(term, segment, boost);
                case DocumentSetQuery set:
                    return DocumentSetMatcher.For(set.Documents, snapshot.Segments[segment], boost ?? 0, scratch);
                case NearQuery near:
                    return CompileNear(near, segment, boost, depth);
                default:
                    return Scored(CompileSet(query, segment), boost);
            }
        }
    }

    private Matcher Scored(Matcher matcher, double? score) =>
        score is null || matcher is NoneMatcher ? matcher : new ConstantMatcher(matcher, Bm25.Bounded(score.Value), scratch);

    private Matcher CompileSet(Query query, int number)
    {
        var segment = snapshot.Segments[number];
        return query switch
        {
            AllQuery => new AllMatcher(segment.DocumentCount),
            TermSetQuery terms => CompileTermSet(terms, segment),
            KeywordQuery keyword => KeywordMatcher.For(keyword, segment, scratch),
            NumberRangeQuery range => NumberRangeMatcher.For(range, segment),
            MissingQuery missing => MissingMatcher.For(missing.Field, snapshot.Schema[missing.Field].Kind, segment),
            _ => NoneMatcher.Instance,
        };
    }

    private Matcher CompileBoolean(BooleanQuery query, int segment, double? boost, int depth)
    {
        var minimum = query.RequiredShould;
        var matchers = new Matcher?[query.Clauses.Length]; // null for a clause that plays no part
        var choices = 0;
        for (var i = 0; i < matchers.Length; i++)
        {
            var (clause, occur) = query.Clauses[i];
            if (occur == Occur.Should && minimum == 0 && boost is null)
            {
                continue; // neither chosen by nor ranked by; it may stand for very many terms
            }

            var matcher = Compile(clause, segment, occur is Occur.Must or Occur.Should ? boost : null, depth + 1);
            if (matcher is NoneMatcher)
            {
                if (occur is Occur.Must or Occur.Filter)
                {
                    return matcher;
                }

                continue;
            }

            matchers[i] = matcher;
            choices += occur == Occur.Should ? 1 : 0;
        }

        if (choices < minimum)
        {
            return NoneMatcher.Instance;
        }

        var prohibited = Of(Occur.MustNot);
        var required = choices == minimum ? Of(Occur.Must, Occur.Filter, Occur.Should) : Of(Occur.Must, Occur.Filter);
        var optional = choices == minimum ? [] : Of(Occur.Should);
        if (optional.Length > 0 && minimum > 0)
        {
            var prunes = boost is not null && optional.Length <= CandidateSets.MaxClauses && options.Ranking != RankingChoice.Never;
            var some = new DisjunctionMatcher(optional, minimum, boost is not null, prunes ? new CandidateSets(optional, scratch) : null, scratch);
            if (required.Length + prohibited.Length == 0)
            {
                return some;
            }

            required = [.. required, some];
            optional = [];
        }

        return required.Length == 1 && prohibited.Length + optional.Length == 0
            ? required[0]
            : new ConjunctionMatcher(required, prohibited, optional, boost is null ? [] : Of(Occur.Must, Occur.Should), scratch);

        Matcher[] Of(params ReadOnlySpan<Occur> kinds)
        {
            var count = 0;
            for (var i = 0; i < matchers.Length; i++)
            {
                count += matchers[i] is not null && kinds.Contains(query.Clauses[i].Occur) ? 1 : 0;
            }

            if (count == 0)
            {
                return [];
            }

            var all = new Matcher[count];
            for (var i = matchers.Length - 1; i >= 0; i--)
            {
                if (matchers[i] is { } matcher && kinds.Contains(query.Clauses[i].Occur))
                {
                    all[--count] = matcher;
                }
            }

            return all;
        }
    }

    private Matcher CompileTerm(TermQuery query, int number, double? boost)
    {
        var segment = snapshot.Segments[number];
        var found = terms.Find(query);
        if (found.Entries[number] is not { } entry)
        {
            return NoneMatcher.Instance;
        }

        var scorer = boost is null ? null : statistics.Scorer(segment, query.Field, boost.Value * statistics.Idf(query.Field, found.DocumentFrequency));
        return new TermMatcher(segment.Postings(entry, scratch.PostingsReader()), segment.DocumentCount, scorer, scratch);
    }

    private Matcher CompilePhrase(PhraseQuery query, int number, double? boost)
    {
        var segment = snapshot.Segments[number];
        var entries = new TermEntry[query.Terms.Length];
        double idf = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var found = terms.Find(query.Field, query.Form, query.Terms[i]);
            if (found.Entries[number] is not { } entry)
            {
                return NoneMatcher.Instance;
            }

            entries[i] = entry;
            idf += statistics.Idf(query.Field, found.DocumentFrequency);
        }

        var scorer = boost is null ? null : statistics.Scorer(segment, query.Field, boost.Value * idf);
        if (query.Slop > 0)
        {
            return CompileSloppyPhrase(query, segment, entries, scorer);
        }

        var places = new PhraseTerm[entries.Length];
        for (var i = 0; i < places.Length; i++)
        {
            // A word that is there twice has two cursors: one may be far ahead of the other.
            places[i] = new PhraseTerm(i, entries[i], segment.IsDense(entries[i]) ? null : Positions(segment, query.Field, entries[i]));
        }

        return new ExactPhraseMatcher(places, segment, query.Field, scorer, scratch);
    }

    private SloppyPhraseMatcher CompileSloppyPhrase(PhraseQuery query, SegmentReader segment, TermEntry[] entries, TermScorer? scorer)
    {
        var distinct = new List<TermEntry>();
        var listOf = new int[entries.Length];
        for (var i = 0; i < listOf.Length; i++)
        {
            listOf[i] = distinct.FindIndex(e => e.Positions == entries[i].Positions);
            if (listOf[i] < 0)
            {
                listOf[i] = distinct.Count;
                distinct.Add(entries[i]);
            }
        }

        return new SloppyPhraseMatcher(
            [.. distinct.Select(e => new TermMatcher(segment.Postings(e, scratch.PostingsReader()), segment.DocumentCount, null, scratch))],
            [.. distinct.Select(e => Positions(segment, query.Field, e))],
            new PhraseOccurrences(listOf, query.Slop),
            scorer,
            scratch);
    }

    private PositionsCursor Positions(SegmentReader segment, int field, in TermEntry entry) =>
        segment.Positions(field, entry, scratch.PostingsReader(), scratch.LendInts);

    private Matcher CompileNear(NearQuery query, int segment, double? boost, int depth)
    {
        _near ??= new NearCompiler(snapshot, statistics, terms, options, scratch, (inner, number, at) => Compile(inner, number, null, at), cancellation);
        _setsNear = _setsNear < 0 ? NearCompiler.CountSets(_root) : _setsNear;
        return _near.Compile(query, segment, boost, depth, _setsNear);
    }

    private Matcher CompileTermSet(TermSetQuery query, SegmentReader segment)
    {
        var words = scratch.Words(BitSet.WordsFor(segment.DocumentCount));
        var cost = TermSetExpansion.Fill(query, segment, words, scratch, cancellation);
        return cost == 0 ? NoneMatcher.Instance : new BitSetMatcher(words, segment.DocumentCount, cost);
    }
}
