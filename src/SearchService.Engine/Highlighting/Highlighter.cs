using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Passages;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Execution.Near;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>Makes what finds in texts of documents what a query matched there; what that is, is said at <see cref="TextMarker"/>.</summary>
/// <remarks>Clauses of <see cref="Occur.MustNot"/> and <see cref="Occur.Filter"/> aren't marked.</remarks>
public sealed class Highlighter
{
    private readonly MarkLeaves _leaves = new();
    private readonly Query _query;
    private readonly int _field;
    private readonly Func<DocumentSetQuery, IEnumerable<MatchSpan>>? _marksOf;
    private readonly PlacedSpanTree _spans;

    private Highlighter(Query query, int field, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf) =>
        (_query, _field, _marksOf, _spans) = (query, field, marksOf, new PlacedSpanTree(_leaves));

    /// <summary>Prepares a query.</summary>
    /// <param name="query">The query as searched.</param>
    /// <param name="field">The text field whose texts will be given.</param>
    /// <param name="marksOf">
    /// Asked for each <see cref="DocumentSetQuery"/> that is to be marked: what it was chosen by, as spans of the text. Null for no marks of sets.
    /// </param>
    public static TextMarker Of(Query query, int field, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf = null) =>
        new Highlighter(query, field, marksOf).Build();

    private TextMarker Build() => new(_leaves, Build(_query));

    private MarkNode Build(Query query)
    {
        while (true)
        {
            switch (query)
            {
                case BoostQuery boost:
                    query = boost.Query;
                    continue;
                case ConstantQuery constant:
                    query = constant.Query;
                    continue;
                case TermQuery { SharedFrequency: not null } term:
                    query = term with { SharedFrequency = null }; // the same word, however it is weighed
                    continue;
                case TermQuery term when term.Field == _field:
                case PhraseQuery { Terms.IsEmpty: false } phrase when phrase.Field == _field:
                case TermSetQuery terms when terms.Field == _field:
                case NearQuery near when near.Field == _field:
                    return _leaves.Spans(query, () => _spans.Build(query));
                case DocumentSetQuery set:
                    return _leaves.Documents(set, set.Documents.Contains, _marksOf is null ? null : () => _marksOf(set));
                case BooleanQuery { Clauses.IsEmpty: false } boolean:
                    return MarkNode.Of([.. boolean.Clauses.Select(c => new MarkClause(Build(c.Query), KindOf(c.Occur)))], boolean.RequiredShould);
                case AllQuery:
                    return MarkNode.Everything;
                case NoneQuery or BooleanQuery or PhraseQuery { Terms.IsEmpty: true } or NearQuery { Field: null }:
                    return MarkNode.Nothing;
                default:
                    return MarkNode.Elsewhere;
            }
        }
    }

    private static MarkClauseKind KindOf(Occur occur) => occur switch
    {
        Occur.Must => MarkClauseKind.Required,
        Occur.Filter => MarkClauseKind.Choosing,
        Occur.MustNot => MarkClauseKind.Excluded,
        _ => MarkClauseKind.Optional,
    };

    private sealed class PlacedSpanTree(MarkLeaves leaves) : SpanTree
    {
        protected override TermPositions Term(int field, TermForm form, ReadOnlyMemory<byte> term) => leaves.Term(form, term.Span);

        protected override TermPositions Set(TermSetQuery query)
        {
            var judge = query.Judge();
            return leaves.Words(token =>
            {
                foreach (var form in query.Forms)
                {
                    var term = token.Term(form);
                    if (!term.IsEmpty && judge.Contains(term))
                    {
                        return true;
                    }
                }

                return false;
            });
        }
    }
}
