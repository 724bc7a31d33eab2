using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries.Native;
using SearchService.Backend.LuceneNet.Queries.Near;
using SearchService.Core.Queries;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Turns a query tree of the product into one of Lucene's.</summary>
/// <remarks>Words become queries of terms; labels, dates and what is missing are looked up in columns and become sets of documents. Used for one search.</remarks>
internal abstract class QueryTranslator
{
    private readonly TokenReader _tokens = TextAnalyzer.ByLanguage.CreateReader();
    private readonly WordTranslator _words;

    // Inside a NEAR, the one text that both sides are looked for in.
    private string? _nearField;

    private protected QueryTranslator(ArchiveReader archive)
    {
        Archive = archive;
        _words = new WordTranslator(archive, _tokens);
    }

    /// <summary>Gets what is searched.</summary>
    private protected ArchiveReader Archive { get; }

    /// <summary>Gets the documents that are searched.</summary>
    private protected abstract FixedBitSet All { get; }

    /// <summary>Lucene's query for a tree, or for everything when there is none.</summary>
    /// <exception cref="Lucene.Net.QueryParsers.Classic.ParseException">A <see cref="NativeNode"/> isn't in Lucene's syntax.</exception>
    internal Query Translate(QueryNode? node) => node is null ? Set(All) : (_nearField is null ? Elsewhere(node) : null) ?? node switch
    {
        AllNode => Set(All),
        NoneNode => LuceneQueries.None,
        WordNode word => InField(word.Field, field => Word(field, word)),
        PhraseNode phrase => InField(phrase.Field, field => LuceneQueries.Phrase(LuceneQueries.Terms(_tokens, field, TermForm.Written, TextIn(field, phrase.Text)), phrase.Slop)),
        PrefixNode prefix => InField(prefix.Field, field => PatternTranslator.Translate(prefix, field)),
        WildcardNode wildcard => InField(wildcard.Field, field => PatternTranslator.Translate(wildcard, field)),
        FuzzyNode fuzzy => InField(fuzzy.Field, field => PatternTranslator.Translate(fuzzy, field)),
        RegexNode regex => InField(regex.Field, field => PatternTranslator.Translate(regex, field)),
        ValueNode value => Set(WithValue(value)),
        RangeNode range => Range(range),
        DateNode date => Set(Archive.Dates.DocumentsIn(date.Period)),
        MissingNode missing => Set(Missing(missing)),
        BoostNode boost => Boosted(Translate(boost.Child), boost.Factor),
        BooleanNode boolean => Boolean(boolean),
        NearNode near => Near(near),
        NativeNode native => ClassicSyntax.Read(native.Text, this),
        _ => throw new NotSupportedException($"The backend on Lucene.Net does not execute {node.GetType().Name}."),
    };

    /// <summary>What takes the place of a part of the tree that other documents are searched for; null for one that they aren't.</summary>
    private protected abstract Query? Elsewhere(QueryNode node);

    /// <summary>Looks in the fields of the index that a field of words stands for.</summary>
    /// <param name="field">The field.</param>
    /// <param name="query">Makes the query for one of the index's.</param>
    private protected abstract Query InFields(string field, Func<string, Query> query);

    /// <summary>The field of the index that has a field's running words.</summary>
    private protected abstract string TextOf(string field);

    /// <summary>Counts a query so many times.</summary>
    private protected static Query Boosted(Query query, double factor)
    {
        // Not upon the query itself, which may have a boost already.
        BooleanQuery boosted = new(disableCoord: true) { Boost = (float)factor };
        boosted.Add(query, Occur.MUST);
        return LuceneQueries.IsNone(query) ? query : boosted;
    }

    /// <summary>Documents that are searched and in a set.</summary>
    /// <param name="documents">Changed to be that.</param>
    /// <param name="ofLabels">Whether labels, dates, or what is missing chose it.</param>
    private protected DocumentSetQuery Set(FixedBitSet documents, bool ofLabels = true)
    {
        if (ReferenceEquals(documents, All))
        {
            return new DocumentSetQuery(documents);
        }

        documents.And(All);
        return new DocumentSetQuery(documents) { IsOfLabels = ofLabels };
    }

    private static bool OfText(string field) => field is QueryFields.Text or QueryFields.Title or QueryFields.Said;

    private Query InField(string field, Func<string, Query> query) => _nearField is { } only ? query(only) : InFields(field, query);

    private static string TextIn(string field, string text) => ArticleFields.HasStems(field) ? text : NameText.WordsOf(text);

    private Query Word(string field, WordNode word)
    {
        string text = TextIn(field, word.Text);
        return word.Verbatim ? LuceneQueries.Phrase(LuceneQueries.Terms(_tokens, field, TermForm.Written, text), slop: 0)
            : ArticleFields.HasStems(field) ? _words.Translate(field, text, word.Variants)
            : LuceneQueries.AnyOf(word.Variants.Prepend(text).Select(name => Name(field, name)));
    }

    /// <summary>The words of a name, each with its diacritics as typed, or whatever they are.</summary>
    private Query Name(string field, string text)
    {
        List<Query> all = [];
        _tokens.Reset(text);
        while (_tokens.Next())
        {
            Term written = TermBytes.Of(field, TermForm.Written, _tokens.Term(TermForm.Written));
            ReadOnlySpan<byte> folded = _tokens.Term(TermForm.Folded);
            all.Add(folded.IsEmpty
                ? LuceneQueries.AnyOf(new TermQuery(written), new TermQuery(TermBytes.Of(field, TermForm.Folded, _tokens.Term(TermForm.Written))))
                : LuceneQueries.AnyOf(new TermQuery(written), new TermQuery(TermBytes.Of(field, TermForm.Written, folded)), new TermQuery(TermBytes.Of(field, TermForm.Folded, folded))));
        }

        return all is [Query only] ? only
            : _nearField is null ? LuceneQueries.AllOf(all)
            : all.Aggregate(LuceneQueries.None, (before, next) => LuceneQueries.IsNone(before) ? next : new NearQuery(field, before, next, distance: 0, ordered: true));
    }

    /// <summary>Both sides in the same text: where a word may be in the headline or the text, a pair is in the one or the other.</summary>
    private Query Near(NearNode node)
    {
        if (_nearField is { } text)
        {
            return new NearQuery(text, Translate(node.Left), Translate(node.Right), node.Distance, node.Ordered);
        }

        QueryNode distributed = NearDistribution.Distribute(node);
        return distributed is not NearNode near ? Translate(distributed) : InFields(NearDistribution.FieldOf(near), field =>
        {
            _nearField = field;
            Query query = Near(near);
            _nearField = null;
            return query;
        });
    }

    private FixedBitSet WithValue(ValueNode node) => Archive.Label(node.Field).DocumentsWith(value => string.Equals(
        value, node.Value, QueryFields.OfIds.Contains(node.Field) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));

    private FixedBitSet Missing(MissingNode node) => OfText(node.Field)
        ? Archive.WithoutWords(TextOf(node.Field))
        : LabelSets.Missing(Archive, node.Field);

    private Query Range(RangeNode range)
    {
        if (OfText(range.Field))
        {
            return InField(range.Field, field => WordRangeQuery.Of(field, Bound(range.Lower), Bound(range.Upper), range.IncludeLower, range.IncludeUpper));
        }

        return Set(Archive.Label(range.Field).DocumentsWith(value =>
            (range.Lower is null || Compare(value, range.Lower) >= (range.IncludeLower ? 0 : 1))
            && (range.Upper is null || Compare(value, range.Upper) <= (range.IncludeUpper ? 0 : -1))));

        static int Compare(string value, string bound) => Math.Sign(string.Compare(value, bound, StringComparison.OrdinalIgnoreCase));
        static byte[]? Bound(string? text) => text is null ? null : TermNormalizer.FoldPrefix(text).Written;
    }

    /// <summary>Logic is Boolean throughout: what only excludes is everything else.</summary>
    private BooleanQuery Boolean(BooleanNode node)
    {
        BooleanQuery query = new(disableCoord: true);
        if (node.Clauses.All(static clause => clause.Kind == ClauseKind.MustNot))
        {
            query.Add(LuceneQueries.Unscored(Set(All)), Occur.MUST);
        }

        foreach (QueryClause clause in node.Clauses)
        {
            Query translated = Translate(clause.Node);
            if (clause.Kind == ClauseKind.Must && OnlyChooses(clause.Node))
            {
                translated = LuceneQueries.Unscored(translated);
            }

            query.Add(translated, clause.Kind switch
            {
                ClauseKind.MustNot => Occur.MUST_NOT,
                ClauseKind.Should => Occur.SHOULD,
                _ => Occur.MUST,
            });
        }

        return query;
    }

    /// <summary>Labels, periods and the like choose articles and say nothing of how well a text fits.</summary>
    private static bool OnlyChooses(QueryNode node) => node is ValueNode or DateNode or MissingNode or RangeNode or AllNode;
}
