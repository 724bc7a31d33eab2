using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns a query tree of the product into one of the engine.</summary>
/// <remarks>Used for one search: holds token readers.</remarks>
internal abstract class QueryTranslator
{
    private readonly TokenReader _tokens = ArticleFields.Analyzer.CreateReader();
    private readonly FieldValueLists _values;
    private readonly PlainWords _words;
    private readonly LabelFields _fields;

    // Inside a NEAR, the one text that both sides are looked for in.
    private int? _nearField;

    /// <param name="snapshot">What is searched: the values of its labels and its languages count. Outlives this.</param>
    /// <param name="fields">Of its documents.</param>
    private protected QueryTranslator(IndexSnapshot snapshot, LabelFields fields)
    {
        (_values, _words) = (new FieldValueLists(snapshot), new PlainWords(snapshot, _tokens));
        _fields = fields;
    }

    /// <summary>The engine's query for a tree, or for all articles when there is none.</summary>
    /// <exception cref="NotSupportedException">The tree holds what <see cref="EmbeddedArticleIndex.Capabilities"/> denies.</exception>
    internal Query Translate(QueryNode? node) => node is null ? Query.All : (_nearField is null ? Elsewhere(node) : null) ?? node switch
    {
        AllNode => Query.All,
        NoneNode => Query.None,
        WordNode word => InField(word.Field, field => Word(field, word)),
        PhraseNode phrase => InField(phrase.Field, field => Phrase(field, TermForm.Written, Terms(WordsIn(field, phrase.Text), TermForm.Written), phrase.Slop)),
        PrefixNode prefix => InField(prefix.Field, field => PatternTranslator.Translate(prefix, field)),
        WildcardNode wildcard => InField(wildcard.Field, field => PatternTranslator.Translate(wildcard, field)),
        FuzzyNode fuzzy => InField(fuzzy.Field, field => PatternTranslator.Translate(fuzzy, field)),
        RegexNode regex => InField(regex.Field, field => PatternTranslator.Translate(regex, field)),
        ValueNode value => Value(value),
        RangeNode range => Range(range),
        DateNode date => Period(_fields, date.Period),
        MissingNode missing => Missing(missing),
        BoostNode boost => new BoostQuery(Translate(boost.Child), boost.Factor),
        BooleanNode boolean => Boolean(boolean),
        NearNode near => Near(near),
        _ => throw new NotSupportedException($"The embedded backend does not execute {node.GetType().Name}."),
    };

    /// <summary>Documents wholly within a period; that it is told by two bounds doesn't make it count twice.</summary>
    internal static Query Period(LabelFields fields, DatePeriod period)
    {
        List<Query> bounds = [];
        if (period.From is { } from)
        {
            bounds.Add(new NumberRangeQuery(fields.DateFrom, from.DayNumber, long.MaxValue));
        }

        bounds.Add(new NumberRangeQuery(fields.DateTo, long.MinValue, period.To?.DayNumber ?? long.MaxValue));
        return new ConstantQuery(BooleanQuery.AllOf(bounds));
    }

    /// <summary>Documents without a value of a facet or label.</summary>
    internal static MissingQuery MissingLabel(LabelFields fields, string field) => new MissingQuery(field == FacetFields.Date ? fields.DateFrom : fields.Of(field));

    /// <summary>What takes the place of a part of the tree that is answered by another index; null for one that isn't.</summary>
    private protected abstract Query? Elsewhere(QueryNode node);

    /// <summary>Looks in the engine's fields that a field of words stands for.</summary>
    /// <param name="field">The field.</param>
    /// <param name="query">Makes the query for one of the engine's.</param>
    private protected abstract Query InFields(string field, Func<int, Query> query);

    /// <summary>The number of the text field that has a field's running words.</summary>
    private protected abstract int TextOf(string field);

    /// <summary>Whether the words of a field are stemmed.</summary>
    private protected abstract bool HasStems(int field);

    private static bool OfText(string field) => field is QueryFields.Text or QueryFields.Title or QueryFields.Said;

    private string WordsIn(int field, string text) => HasStems(field) ? text : NameText.WordsOf(text);

    private Query InField(string field, Func<int, Query> query) => _nearField is { } only ? query(only) : InFields(field, query);

    private MissingQuery Missing(MissingNode node) => OfText(node.Field) ? new MissingQuery(TextOf(node.Field)) : MissingLabel(_fields, node.Field);

    private protected static Query Either(Query first, Query second) =>
        first is NoneQuery or BoostQuery { Query: NoneQuery } ? second : PlainWords.Union(first, second);

    private Query Word(int field, WordNode word)
    {
        string words = WordsIn(field, word.Text);
        if (word.Verbatim)
        {
            return Phrase(field, TermForm.Written, Terms(words, TermForm.Written));
        }

        return HasStems(field) ? _words.Of(field, words, word.Variants)
            : word.Variants.IsEmpty ? Name(field, words)
            : PlainWords.Union([Name(field, words), .. word.Variants.Select(variant => Name(field, variant))]);
    }

    /// <summary>The words of a name, each with its diacritics as typed, or whatever they are.</summary>
    private Query Name(int field, string words)
    {
        List<Query> all = [];
        _tokens.Reset(words);
        while (_tokens.Next())
        {
            byte[] written = _tokens.Term(TermForm.Written).ToArray();
            byte[] folded = _tokens.Term(TermForm.Folded).ToArray();
            all.Add(folded.Length == 0
                ? BooleanQuery.AnyOf(new TermQuery(field, TermForm.Written, written), new TermQuery(field, TermForm.Folded, written))
                : BooleanQuery.AnyOf(new TermQuery(field, TermForm.Written, written), new TermQuery(field, TermForm.Written, folded), new TermQuery(field, TermForm.Folded, folded)));
        }

        return all.Count == 1 ? all[0]
            : _nearField is null ? BooleanQuery.AllOf(all)
            : all.Aggregate(Query.None, (before, next) => before is NoneQuery ? next : new NearQuery(before, next, 0, ordered: true));
    }

    /// <summary>Both sides in the same text: where a word may be in the headline or the text, a pair is in the one or the other.</summary>
    private Query Near(NearNode node)
    {
        if (_nearField is not null)
        {
            return new NearQuery(Translate(node.Left), Translate(node.Right), node.Distance, node.Ordered);
        }

        QueryNode distributed = NearDistribution.Distribute(node);
        return distributed is not NearNode near ? Translate(distributed) : InField(NearDistribution.FieldOf(near), field =>
        {
            _nearField = field;
            Query query = Near(near);
            _nearField = null;
            return query;
        });
    }

    private static Query Phrase(int field, TermForm form, ImmutableArray<ReadOnlyMemory<byte>> terms, int slop = 0) => terms.Length switch
    {
        0 => Query.None,
        1 => new TermQuery(field, form, terms[0]),
        _ => new PhraseQuery(field, form, terms, slop),
    };

    private ImmutableArray<ReadOnlyMemory<byte>> Terms(string text, TermForm form)
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder terms = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        _tokens.Reset(text);
        while (_tokens.Next())
        {
            terms.Add(_tokens.Term(form).ToArray());
        }

        return terms.DrainToImmutable();
    }

    private KeywordQuery Value(ValueNode node) => QueryFields.OfIds.Contains(node.Field)
        ? new KeywordQuery(_fields.Of(node.Field), node.Value)
        : new KeywordQuery(_fields.Of(node.Field), _values.Where(_fields.Of(node.Field), value => string.Equals(value, node.Value, StringComparison.OrdinalIgnoreCase)));

    private Query Range(RangeNode range)
    {
        if (OfText(range.Field))
        {
            return InField(range.Field, field => TermRange(field, range));
        }

        int keyword = _fields.Of(range.Field);
        return new KeywordQuery(keyword, _values.Where(keyword, value =>
            (range.Lower is null || Compare(value, range.Lower) >= (range.IncludeLower ? 0 : 1))
            && (range.Upper is null || Compare(value, range.Upper) <= (range.IncludeUpper ? 0 : -1))));

        static int Compare(string value, string bound) => Math.Sign(string.Compare(value, bound, StringComparison.OrdinalIgnoreCase));
    }

    private static TermRangeQuery TermRange(int field, RangeNode range) => new(
        field,
        TermForm.Written,
        Bound(range.Lower),
        Bound(range.Upper),
        range.IncludeLower,
        range.IncludeUpper);

    private static ReadOnlyMemory<byte>? Bound(string? text) => text is null ? null : TermNormalizer.FoldPrefix(text).Written;

    private BooleanQuery Boolean(BooleanNode node)
    {
        ImmutableArray<BooleanClause>.Builder clauses = ImmutableArray.CreateBuilder<BooleanClause>(node.Clauses.Length + 1);
        if (node.Clauses.All(clause => clause.Kind == ClauseKind.MustNot))
        {
            clauses.Add(new BooleanClause(Query.All, Occur.Filter));
        }

        foreach (QueryClause clause in node.Clauses)
        {
            clauses.Add(new BooleanClause(Translate(clause.Node), clause.Kind switch
            {
                ClauseKind.MustNot => Occur.MustNot,
                ClauseKind.Should => Occur.Should,
                _ => OnlyFilters(clause.Node) ? Occur.Filter : Occur.Must,
            }));
        }

        return new BooleanQuery(clauses.DrainToImmutable());
    }

    /// <summary>Labels, periods and the like choose articles and say nothing of how well a text fits.</summary>
    private static bool OnlyFilters(QueryNode node) => node is ValueNode or DateNode or MissingNode or RangeNode or AllNode;
}
