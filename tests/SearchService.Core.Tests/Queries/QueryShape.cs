using System.Globalization;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

/// <summary>Writes a tree as an S-expression without offsets: what tests compare, independent of the printer.</summary>
internal static class QueryShape
{
    /// <summary>The tree, with <c>!</c> before a required clause, <c>~</c> before an implicitly required one, <c>-</c> before an excluded one.</summary>
    public static string Of(QueryNode? node, bool marksImplicit = true) => node switch
    {
        null => "null",
        AllNode => "all",
        NoneNode => "none",
        WordNode word => $"{word.Field}={Quoted(word.Text)}{(word.Verbatim ? " verbatim" : "")}",
        PhraseNode phrase => $"phrase({phrase.Field}={Quoted(phrase.Text)} slop {phrase.Slop})",
        PrefixNode prefix => $"prefix({prefix.Field}={Quoted(prefix.Prefix)})",
        WildcardNode wildcard => $"wildcard({wildcard.Field}={Quoted(wildcard.Pattern)})",
        FuzzyNode fuzzy => $"fuzzy({fuzzy.Field}={Quoted(fuzzy.Text)} {fuzzy.Edits})",
        RegexNode regex => $"regex({regex.Field}={Quoted(regex.Pattern)})",
        NearNode near => $"{(near.Ordered ? "onear" : "near")}({Of(near.Left, marksImplicit)} {near.Distance} {Of(near.Right, marksImplicit)})",
        ValueNode value => $"value({value.Field}={Quoted(value.Value)})",
        RangeNode range => $"range({range.Field}={(range.IncludeLower ? '[' : '{')}{Quoted(range.Lower)} {Quoted(range.Upper)}{(range.IncludeUpper ? ']' : '}')})",
        DateNode date => $"date({date.Period.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "*"}..{date.Period.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "*"})",
        MissingNode missing => $"missing({missing.Field})",
        BoostNode boost => $"boost({Of(boost.Child, marksImplicit)} {boost.Factor.ToString("R", CultureInfo.InvariantCulture)})",
        BooleanNode boolean => $"({string.Join(' ', boolean.Clauses.Select(clause => Mark(clause, marksImplicit) + Of(clause.Node, marksImplicit)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name),
    };

    private static string Mark(QueryClause clause, bool marksImplicit) => clause.Kind switch
    {
        ClauseKind.Must => clause.Implicit && marksImplicit ? "~" : "!",
        ClauseKind.MustNot => "-",
        _ => "",
    };

    private static string Quoted(string? text) => text is null ? "*" : $"<{text}>";
}
