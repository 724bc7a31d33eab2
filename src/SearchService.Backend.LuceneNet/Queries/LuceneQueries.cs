using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries.Near;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Makes queries of Lucene's that are needed in many places.</summary>
internal static class LuceneQueries
{
    /// <summary>Gets a query that matches nothing.</summary>
    internal static Query None => new BooleanQuery(disableCoord: true);

    /// <summary>Whether a query is <see cref="None"/>.</summary>
    internal static bool IsNone(Query query) => query is BooleanQuery { Clauses.Count: 0 };

    /// <summary>Any of some queries.</summary>
    internal static Query AnyOf(params IEnumerable<Query> queries)
    {
        Query[] some = [.. queries.Where(static query => !IsNone(query))];
        return some switch { [] => None, [Query only] => only, _ => Combined(some, Occur.SHOULD) };
    }

    /// <summary>All of some queries.</summary>
    internal static Query AllOf(params IEnumerable<Query> queries) => Combined(queries, Occur.MUST);

    /// <summary>A query that chooses, and says nothing of how well a text fits.</summary>
    internal static Query Unscored(Query query) => new UnscoredQuery(query);

    /// <summary>How many optional clauses of a combination have to match really: one where nothing is required.</summary>
    internal static int RequiredOptional(this BooleanQuery query) =>
        query.Clauses.Any(static clause => clause.Occur == Occur.MUST) ? query.MinimumNumberShouldMatch : Math.Max(1, query.MinimumNumberShouldMatch);

    /// <summary>The terms of a text in one form.</summary>
    internal static ImmutableArray<Term> Terms(TokenReader tokens, string field, TermForm form, string text)
    {
        ImmutableArray<Term>.Builder terms = ImmutableArray.CreateBuilder<Term>();
        tokens.Reset(text);
        while (tokens.Next())
        {
            terms.Add(TermBytes.Of(field, form, tokens.Term(form)));
        }

        return terms.DrainToImmutable();
    }

    /// <summary>Terms side by side, in order; <see cref="None"/> without any.</summary>
    /// <param name="terms">Of one field.</param>
    /// <param name="slop">How far they may be moved, in all.</param>
    internal static Query Phrase(ImmutableArray<Term> terms, int slop)
    {
        if (terms.Length < 2)
        {
            return terms.IsEmpty ? None : new TermQuery(terms[0]);
        }

        PhraseQuery phrase = slop == 0 ? new PhraseQuery() : new SloppyPhraseQuery(slop);
        foreach (Term term in terms)
        {
            phrase.Add(term);
        }

        return phrase;
    }

    private static BooleanQuery Combined(IEnumerable<Query> queries, Occur occur)
    {
        BooleanQuery all = new(disableCoord: true);
        foreach (Query query in queries)
        {
            all.Add(query, occur);
        }

        return all;
    }
}
