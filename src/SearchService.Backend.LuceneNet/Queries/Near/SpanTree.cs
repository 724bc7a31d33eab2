using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis.Proximity;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Makes of queries what finds their spans: in an index or in a text, which only differ in where positions come from.</summary>
internal abstract class SpanTree
{
    /// <summary>What finds the spans of a query; null when it can't have any.</summary>
    /// <param name="query">Of words, phrases, sets of words, alternatives of them, and what is near.</param>
    internal TextSpans? Build(Query query) => query switch
    {
        TermQuery word => Words(Positions(word.Term)),
        NearQuery near => Build(near.Left) is { } left && Build(near.Right) is { } right ? new NearSpans(left, right, near.Distance, near.IsOrdered) : null,
        PhraseQuery phrase => Phrase(phrase.GetTerms(), phrase.Slop),
        IWordSet set => Words(Positions(set)),
        ConstantScoreQuery { Query: { } inner } => Build(inner),
        BooleanQuery boolean => Alternatives(boolean),
        _ => null,
    };

    /// <summary>Those clauses of a combination that it has its spans from: alternatives, or what alone is required; none when it has no places in a text.</summary>
    internal static IEnumerable<Query> PlacedClauses(BooleanQuery query)
    {
        int required = query.Clauses.Count(static clause => clause.Occur == Occur.MUST);
        bool isPlaced = query.Clauses.All(static clause => clause.Occur != Occur.MUST_NOT) && query.RequiredOptional() + required == 1;
        return isPlaced ? query.Clauses.Where(clause => required == 0 || clause.Occur == Occur.MUST).Select(static clause => clause.Query) : [];
    }

    /// <summary>The positions of a term; null when it is nowhere.</summary>
    private protected abstract TermPositions? Positions(Term term);

    /// <summary>The positions of the words of a set; null when they are nowhere.</summary>
    private protected abstract TermPositions? Positions(IWordSet set);

    private static WordSpans? Words(TermPositions? positions) => positions is null ? null : new WordSpans(positions);

    private TextSpans? Alternatives(BooleanQuery query)
    {
        TextSpans[] alternatives = [.. PlacedClauses(query).Select(Build).OfType<TextSpans>()];
        return alternatives switch { [] => null, [TextSpans only] => only, _ => new AlternativeSpans(alternatives) };
    }

    private PhraseSpans? Phrase(Term[] terms, int slop)
    {
        Term[] distinct = [.. terms.Distinct()];
        TermPositions[] positions = [.. distinct.Select(Positions).OfType<TermPositions>()];
        return positions.Length < distinct.Length || distinct.Length == 0
            ? null
            : new PhraseSpans(positions, new PhraseOccurrences([.. terms.Select(term => Array.IndexOf(distinct, term))], slop), isExact: slop == 0);
    }
}
