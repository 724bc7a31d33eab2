using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Passages;
using SearchService.Analysis.Proximity;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Queries.Near;

namespace SearchService.Backend.LuceneNet.Marks;

/// <summary>Tells of queries of Lucene's what they look for in a text; what is marked of it, is said at <see cref="TextMarker"/>.</summary>
/// <remarks>
/// Of sets it knows which were found by what other texts say, and then whether the text's document is in them; labels count as "may have matched", as in
/// the embedded engine.
/// </remarks>
internal sealed class QueryMarks
{
    private readonly MarkLeaves _leaves = new();
    private readonly string? _field;
    private readonly Func<FixedBitSet, IEnumerable<MatchSpan>>? _marksOf;
    private readonly PlacedSpans _spans;

    private QueryMarks(string? field, Func<FixedBitSet, IEnumerable<MatchSpan>>? marksOf) =>
        (_field, _marksOf, _spans) = (field, marksOf, new PlacedSpans(_leaves));

    /// <summary>Prepares a query.</summary>
    /// <param name="query">As searched, not rewritten.</param>
    /// <param name="field">The field whose texts will be given; null for none.</param>
    /// <param name="marksOf">Asked for each set of documents that is to be marked: what it was chosen by, as spans of the text. Null for no marks of sets.</param>
    internal static TextMarker Of(Query query, string? field, Func<FixedBitSet, IEnumerable<MatchSpan>>? marksOf = null)
    {
        QueryMarks marks = new(field, marksOf);
        return new TextMarker(marks._leaves, marks.Build(query));
    }

    private MarkNode Build(Query query) => query switch
    {
        UnscoredQuery { Query: { } chooses } => MarkNode.Of([new MarkClause(Build(chooses), MarkClauseKind.Choosing)], requiredOptional: 0),
        ConstantScoreQuery { Query: { } inner } => Build(inner),
        MatchAllDocsQuery => MarkNode.Everything,
        DocumentSetQuery { IsOfLabels: true } => MarkNode.Elsewhere,
        DocumentSetQuery { Documents: var set } => _leaves.Documents(KeyOf(query), set.Get, _marksOf is null ? null : () => _marksOf(set)),
        BooleanQuery { Clauses.Count: 0 } => MarkNode.Nothing,
        PhraseQuery phrase when phrase.GetTerms().Length == 0 => MarkNode.Nothing,
        BooleanQuery boolean => MarkNode.Of([.. boolean.Clauses.Select(clause => new MarkClause(Build(clause.Query), KindOf(clause.Occur)))], boolean.RequiredOptional()),
        _ => FieldOf(query) is { } field && field == _field ? _leaves.Spans(KeyOf(query), () => _spans.Build(query)) : MarkNode.Elsewhere,
    };

    private static string? FieldOf(Query query) => query switch
    {
        TermQuery word => word.Term.Field,
        PhraseQuery phrase => phrase.GetTerms()[0].Field,
        IWordSet set => set.Field,
        NearQuery near => near.Field,
        _ => null,
    };

    /// <summary>The same words are one leaf, however they are weighed.</summary>
    private static Query KeyOf(Query query)
    {
        if (query.Boost == 1)
        {
            return query;
        }

        Query key = (Query)query.Clone();
        key.Boost = 1;
        return key;
    }

    private static MarkClauseKind KindOf(Occur occur) => occur switch
    {
        Occur.MUST => MarkClauseKind.Required,
        Occur.MUST_NOT => MarkClauseKind.Excluded,
        _ => MarkClauseKind.Optional,
    };

    private sealed class PlacedSpans(MarkLeaves leaves) : SpanTree
    {
        private readonly BytesRef _term = new(LongTerms.MaxLength + 1);

        private protected override TermPositions Positions(Term term) => leaves.Term(TermBytes.FormOf(term.Bytes), TermBytes.Unmarked(term.Bytes));

        private protected override TermPositions Positions(IWordSet set) => leaves.Words(token => IsIn(set, token, TermForm.Written) || IsIn(set, token, TermForm.Folded));

        private bool IsIn(IWordSet set, TokenReader token, TermForm form)
        {
            ReadOnlySpan<byte> term = token.Term(form);
            if (term.IsEmpty)
            {
                return false;
            }

            TermBytes.Fill(_term, form, term);
            return set.Contains(_term);
        }
    }
}
