using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>The benchmark's queries as Lucene.Net has them.</summary>
internal static class LuceneNetQueries
{
    /// <summary>Translates queries.</summary>
    internal static ImmutableArray<Query> Translate(IEnumerable<PeerQuery> queries) => [.. queries.Select(Translate)];

    private static Query Translate(PeerQuery query)
    {
        PeerClause[] clauses = [.. query.Clauses.Where(clause => clause.Occur != '#')];
        Query translated = clauses is [{ Occur: not '-' } only] ? Translate(only) : Joined(clauses);
        return query.Clauses.Where(clause => clause.Occur == '#').Aggregate(translated, static (inner, filter) => new FilteredQuery(inner, FilterOf(filter)));
    }

    private static BooleanQuery Joined(PeerClause[] clauses)
    {
        BooleanQuery query = [];
        foreach (PeerClause clause in clauses)
        {
            query.Add(Translate(clause), clause.Occur switch { '+' => Occur.MUST, '-' => Occur.MUST_NOT, _ => Occur.SHOULD });
        }

        return query;
    }

    private static Query Translate(PeerClause clause) => clause.Kind switch
    {
        ClauseKind.Term => new TermQuery(new Term("text", clause.Words[0])),
        ClauseKind.Phrase => Phrase(clause.Words),
        ClauseKind.Prefix => new PrefixQuery(new Term("text", clause.Words[0])),
        ClauseKind.Fuzzy => new FuzzyQuery(new Term("text", clause.Words[0]), Whole(clause.Words[1]), 0, FuzzyQuery.DefaultMaxExpansions, transpositions: true)
        {
            MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE, // all terms; by default the 50 most similar
        },
        ClauseKind.All => new MatchAllDocsQuery(),
        _ => new ConstantScoreQuery(FilterOf(clause)),
    };

    private static Filter FilterOf(PeerClause clause) => clause.Kind == ClauseKind.Days
        ? NumericRangeFilter.NewInt64Range("day", Whole(clause.Words[0]), Whole(clause.Words[1]), minInclusive: true, maxInclusive: true)
        : new QueryWrapperFilter(clause.Kind == ClauseKind.Stance ? new TermQuery(new Term("stance", clause.Words[0])) : Translate(clause));

    private static PhraseQuery Phrase(ImmutableArray<string> words)
    {
        PhraseQuery phrase = [];
        foreach (string word in words)
        {
            phrase.Add(new Term("text", word));
        }

        return phrase;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
