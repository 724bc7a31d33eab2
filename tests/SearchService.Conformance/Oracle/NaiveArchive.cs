using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>An archive in plain lists, searched by looking at every word of every article: what a backend must equal.</summary>
internal sealed class NaiveArchive
{
    private readonly ConditionalWeakTable<QueryNode, HashSet<NaiveDocument>> _matches = [];
    private readonly ConditionalWeakTable<QueryNode, NaiveReading> _readings = [];

    internal NaiveArchive(IEnumerable<Article> articles)
    {
        Places = new NaivePlaces(Vocabulary);
        Documents = [.. articles.Select(article => new NaiveDocument(article, Vocabulary))];
        Quotations = [.. Documents.SelectMany(static document => document.Quotations)];
    }

    internal NaiveVocabulary Vocabulary { get; } = new();

    internal NaivePlaces Places { get; }

    /// <summary>The articles, in the order they were given in.</summary>
    internal ImmutableArray<NaiveDocument> Documents { get; }

    /// <summary>Their quotations.</summary>
    internal ImmutableArray<NaiveDocument> Quotations { get; }

    internal IReadOnlyList<Article> Articles => [.. Documents.Select(static document => document.Article)];

    /// <summary>Ids of the articles that a tree and filters choose.</summary>
    internal HashSet<string> Search(QueryNode? root, IEnumerable<FacetFilter> filters) =>
        [.. Matching(root, filters).Select(static document => document.Article.Id)];

    /// <summary>What a tree and filters choose.</summary>
    internal IEnumerable<NaiveDocument> Matching(QueryNode? root, IEnumerable<FacetFilter> filters, SearchIn place = SearchIn.Articles)
    {
        ImmutableArray<NaiveDocument> all = place == SearchIn.Articles ? Documents : Quotations;
        IEnumerable<NaiveDocument> matching = root is null ? all : Remembered(root, all);
        return matching.Where(document => filters.All(document.Passes));
    }

    /// <summary>Whether a tree is true of an article or a quotation.</summary>
    internal bool Holds(QueryNode node, NaiveDocument document)
    {
        NaiveReading reading = _readings.GetValue(node, static node => new NaiveReading(node));
        if (document.Quote is null && reading.IsOfOneQuotation)
        {
            return document.Quotations.Any(quotation => Holds(node, quotation));
        }

        return (document.Quote is null ? reading.OfArticle : reading.OfQuotation) switch
        {
            AllNode => true,
            NoneNode => false,
            BoostNode boost => Holds(boost.Child, document),
            BooleanNode boolean => HoldsAll(boolean, document),
            ValueNode value => document.Values(value.Field).Contains(value.Value, QueryFields.OfIds.Contains(value.Field) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase),
            DateNode period => document.Article.Date is { } date && period.Period.Contains(date),
            RangeNode range when !OfText(range.Field) => document.Values(range.Field).Any(value => IsWithin(range, value)),
            MissingNode missing => OfText(missing.Field) ? InArticle(document)[missing.Field == QueryFields.Text ? QueryFields.Body : missing.Field].Words.Length == 0 : !document.Values(missing.Field).Any(),
            WordNode { Verbatim: false } word when NaivePlaces.IsOfName(word.Field) => InWords(word.Field, document, (text, of) => IsNamed(word, text, of)),
            var place => InWords(reading.Field, document, (text, of) => Places.Of(place, text, of.Analyzer).Any()),
        };
    }

    private static bool OfText(string field) => field is QueryFields.Text or QueryFields.Title or QueryFields.Said;

    private static NaiveDocument InArticle(NaiveDocument document) => document.Whole ?? document;

    private HashSet<NaiveDocument> Remembered(QueryNode root, ImmutableArray<NaiveDocument> all)
    {
        // A tree is asked of articles or of quotations, never of both.
        return _matches.GetValue(root, tree => [.. all.Where(document => Holds(tree, document))]);
    }

    private bool HoldsAll(BooleanNode node, NaiveDocument document)
    {
        QueryClause[] should = [.. node.Clauses.Where(static clause => clause.Kind == ClauseKind.Should)], must = [.. node.Clauses.Where(static clause => clause.Kind == ClauseKind.Must)];
        return !node.Clauses.Any(clause => clause.Kind == ClauseKind.MustNot && Holds(clause.Node, document))
            && must.All(clause => Holds(clause.Node, document))
            && (must.Length > 0 || should.Length == 0 || should.Any(clause => Holds(clause.Node, document)));
    }

    /// <summary>Looks in each text of a field: of a quotation, its own words, and all others of its article.</summary>
    private static bool InWords(string field, NaiveDocument document, Func<NaiveText, NaiveDocument, bool> holds)
    {
        NaiveDocument of = field is QueryFields.Said or QueryFields.Speaker ? document : InArticle(document);
        return NaiveDocument.TextsOf(field).Any(text => holds(of[text], of));
    }

    /// <summary>Whether a name has all the words typed, or all those of another spelling, in any order.</summary>
    private bool IsNamed(WordNode word, NaiveText text, NaiveDocument of) => word.Variants.Prepend(word.Text).Any(spelling =>
        NaivePlaces.Read(word.Field, spelling, of.Analyzer) is { Length: > 0 } words
        && words.All(wanted => text.Words.Any(number => Vocabulary.Words[number] is var has && (has.Written == wanted.Written || has.Folded == wanted.Folded))));

    private static bool IsWithin(RangeNode range, string value) =>
        (range.Lower is null || string.Compare(value, range.Lower, StringComparison.OrdinalIgnoreCase) >= (range.IncludeLower ? 0 : 1))
        && (range.Upper is null || Math.Sign(string.Compare(value, range.Upper, StringComparison.OrdinalIgnoreCase)) <= (range.IncludeUpper ? 0 : -1));
}
