using SearchService.Analysis;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution.Near;

/// <summary>Makes of the expressions of a <see cref="NearQuery"/> what finds their spans: in an index or in a text, which only differ in where positions come from.</summary>
internal abstract class SpanTree
{
    /// <summary>What finds the spans of a pair; null when it can't have any.</summary>
    public NearSpans? Build(NearQuery query) =>
        Build(query.Left) is { } left && Build(query.Right) is { } right ? new NearSpans(left, right, query.Distance, query.Ordered) : null;

    /// <summary>What finds the spans of an expression; null when it can't have any.</summary>
    public TextSpans? Build(Query query) => query switch
    {
        TermQuery term => Words(Term(term.Field, term.Form, term.Term)),
        TermSetQuery set => Words(Set(set)),
        PhraseQuery phrase => Phrase(phrase),
        NearQuery near => Build(near),
        BoostQuery boost => Build(boost.Query),
        ConstantQuery constant => Build(constant.Query),
        BooleanQuery boolean => Alternatives(boolean),
        _ => null,
    };

    /// <summary>The positions of a term; null when it is nowhere. The same object may be given for the same term.</summary>
    protected abstract TermPositions? Term(int field, TermForm form, ReadOnlyMemory<byte> term);

    /// <summary>The positions of the terms of a set; null when they are nowhere.</summary>
    protected abstract TermPositions? Set(TermSetQuery query);

    private static WordSpans? Words(TermPositions? positions) => positions is null ? null : new WordSpans(positions);

    private TextSpans? Alternatives(BooleanQuery query)
    {
        var alternatives = new List<TextSpans>();
        foreach (var clause in NearQuery.PlacedClauses(query))
        {
            if (Build(clause) is { } spans)
            {
                alternatives.Add(spans);
            }
        }

        return alternatives.Count switch
        {
            0 => null,
            1 => alternatives[0],
            _ => new AlternativeSpans([.. alternatives]),
        };
    }

    private PhraseSpans? Phrase(PhraseQuery query)
    {
        var distinct = new List<ReadOnlyMemory<byte>>();
        Span<int> listOf = new int[query.Terms.Length];
        for (var i = 0; i < listOf.Length; i++)
        {
            var term = query.Terms[i];
            listOf[i] = distinct.FindIndex(d => d.Span.SequenceEqual(term.Span));
            if (listOf[i] < 0)
            {
                listOf[i] = distinct.Count;
                distinct.Add(term);
            }
        }

        var positions = new TermPositions[distinct.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            if (Term(query.Field, query.Form, distinct[i]) is not { } found)
            {
                return null;
            }

            positions[i] = found;
        }

        return positions.Length == 0 ? null : new PhraseSpans(positions, new PhraseOccurrences(listOf, query.Slop), query.Slop == 0);
    }
}
