using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>Tells which parts of a query are about one quotation, and which about the words of the article it stands in.</summary>
public static class QuotationParts
{
    /// <summary>Whether a tree asks for a quotation that has all of what is in it: it is of nothing else, and doesn't only exclude.</summary>
    /// <remarks>What only excludes asks for articles without such a quotation; so <c>-said:x</c> is every article in which nobody says <c>x</c>.</remarks>
    /// <param name="node">The tree.</param>
    public static bool AsksForOne(QueryNode node) => IsOfQuotation(node) && Affirms(node);

    /// <summary>Brings together the clauses that one quotation is to have: what is required and what is excluded of quotations.</summary>
    /// <param name="boolean">Clauses of any kind.</param>
    /// <returns>The same, or one that has those clauses in a clause of their own. So <c>said:x -speaker:y z</c> is read as <c>+(+said:x -speaker:y) +z</c>.</returns>
    public static BooleanNode Group(BooleanNode boolean)
    {
        ImmutableArray<QueryClause> ofOne = [.. boolean.Clauses.Where(IsPartOfOne)];
        if (ofOne.Length < 2 || ofOne.Length == boolean.Clauses.Length || !ofOne.Any(clause => clause.Kind == ClauseKind.Must && Affirms(clause.Node)))
        {
            return boolean;
        }

        BooleanNode one = new(boolean.Offset, boolean.Length, ofOne);
        return boolean with { Clauses = [new QueryClause(ClauseKind.Must, one), .. boolean.Clauses.Where(clause => !IsPartOfOne(clause))] };
    }

    /// <summary>Whether a tree is of an article's words, and of no quotation.</summary>
    /// <param name="node">The tree; what it has besides, labels and dates, an article and its quotations have in common.</param>
    public static bool AsksForArticle(QueryNode node) =>
        Fields(node).Any(static field => field is not (QueryFields.Said or QueryFields.Speaker) && QueryFields.OfWords.Contains(field))
        && !Fields(node).Any(static field => field is QueryFields.Said or QueryFields.Speaker);

    /// <summary>The fields that the terms of a tree are of, in the order of the query; a term in any field has none.</summary>
    /// <param name="node">The tree.</param>
    public static IEnumerable<string> Fields(QueryNode node) => node switch
    {
        WordNode word => [word.Field],
        PhraseNode phrase => [phrase.Field],
        PrefixNode prefix => [prefix.Field],
        WildcardNode wildcard => [wildcard.Field],
        FuzzyNode fuzzy => [fuzzy.Field],
        RegexNode regex => [regex.Field],
        RangeNode range => [range.Field],
        ValueNode value => [value.Field],
        MissingNode missing => [missing.Field],
        DateNode => [QueryFields.Date],
        BoostNode boost => Fields(boost.Child),
        NearNode near => Fields(near.Left).Concat(Fields(near.Right)),
        BooleanNode boolean => boolean.Clauses.SelectMany(clause => Fields(clause.Node)),
        _ => [],
    };

    private static bool IsPartOfOne(QueryClause clause) => clause.Kind != ClauseKind.Should && IsOfQuotation(clause.Node);

    private static bool IsOfQuotation(QueryNode node) => node switch
    {
        AllNode or NoneNode or MissingNode or ValueNode or DateNode or NativeNode => false,
        BoostNode boost => IsOfQuotation(boost.Child),
        NearNode near => IsOfQuotation(near.Left) && IsOfQuotation(near.Right),
        BooleanNode boolean => boolean.Clauses.All(clause => IsOfQuotation(clause.Node)),
        _ => Fields(node).All(static field => field is QueryFields.Said or QueryFields.Speaker),
    };

    /// <summary>Whether something has to be there for it; of alternatives, for each.</summary>
    private static bool Affirms(QueryNode node) => node switch
    {
        BoostNode boost => Affirms(boost.Child),
        BooleanNode boolean when boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Must) =>
            boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Must && Affirms(clause.Node)),
        BooleanNode boolean => boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Should)
            && boolean.Clauses.All(static clause => clause.Kind != ClauseKind.Should || Affirms(clause.Node)),
        _ => true,
    };
}
