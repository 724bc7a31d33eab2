using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SearchService.Core.Queries.Parsing;

/// <summary>How clauses are joined into nodes.</summary>
internal static class Clauses
{
    /// <summary>Adds a node that stands beside others, if there is one.</summary>
    public static void Add(List<QueryClause> clauses, QueryNode? node)
    {
        if (node is not null)
        {
            clauses.Add(new QueryClause(ClauseKind.Must, node, Implicit: true));
        }
    }

    /// <summary>Marks clauses as joined by an operator: they aren't relaxed.</summary>
    /// <param name="clauses">All of a sequence.</param>
    /// <param name="first">The first one joined; all behind it are too.</param>
    public static void MakeExplicit(List<QueryClause> clauses, int first)
    {
        foreach (ref QueryClause clause in CollectionsMarshal.AsSpan(clauses)[first..])
        {
            clause = clause with { Implicit = false };
        }
    }

    /// <summary>Makes a sequence one of several alternatives.</summary>
    /// <returns>
    /// A <see cref="ClauseKind.Must"/> for a lone operand with <c>+</c>, as in Lucene; else a <see cref="ClauseKind.Should"/>. A lone
    /// excluded operand is everything but it, which in Lucene it isn't. Null for no clause.
    /// </returns>
    public static QueryClause? ToAlternative(List<QueryClause> clauses, Scope scope, int start, int end)
    {
        switch (clauses)
        {
            case []:
                return null;
            case [{ Kind: ClauseKind.Must } only]:
                return new QueryClause(only.Implicit ? ClauseKind.Should : ClauseKind.Must, only.Node);
            case [{ Node: AllNode }]:
                return new QueryClause(ClauseKind.Should, new NoneNode(start, end - start));
        }

        if (scope.HoldsOneValue && clauses.TrueForAll(clause => clause is { Implicit: true, Node: ValueNode or DateNode or RangeNode }))
        {
            // country:(US GB): no article has both, so either is meant.
            foreach (ref QueryClause clause in CollectionsMarshal.AsSpan(clauses))
            {
                clause = new QueryClause(ClauseKind.Should, clause.Node);
            }
        }

        return new QueryClause(ClauseKind.Should, new BooleanNode(start, end - start, [.. clauses]));
    }

    /// <summary>Joins alternatives; a lone one stands for itself.</summary>
    public static QueryNode? Join(List<QueryClause> alternatives, int start, int end) => alternatives switch
    {
        [] => null,
        [var only] => only.Node,
        _ => new BooleanNode(start, end - start, [.. alternatives]),
    };

    /// <summary>Says why two expressions can't be near each other, or null when they can.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="fields">Those whose texts are different ones, when that is why.</param>
    public static NoticeWording? WhyNotNear(QueryClause left, QueryClause right, out ImmutableArray<string> fields)
    {
        fields = [];
        if (left.Kind == ClauseKind.MustNot || right.Kind == ClauseKind.MustNot)
        {
            return NoticeWordings.NearExcluded;
        }

        if (FieldOfWords(left.Node) is not { } leftField || FieldOfWords(right.Node) is not { } rightField)
        {
            return NoticeWordings.NearWithoutPlaces;
        }

        if (leftField == rightField)
        {
            return null;
        }

        fields = [leftField, rightField];
        return NoticeWordings.NearOfTwoFields;
    }

    /// <summary>The one field whose words the expression is about, or null when it is about anything else.</summary>
    private static string? FieldOfWords(QueryNode node)
    {
        switch (node)
        {
            case WordNode word:
                return word.Field;
            case PhraseNode phrase:
                return phrase.Field;
            case PrefixNode prefix:
                return prefix.Field;
            case WildcardNode wildcard:
                return wildcard.Field;
            case FuzzyNode fuzzy:
                return fuzzy.Field;
            case RegexNode regex:
                return regex.Field;
            case BoostNode boost:
                return FieldOfWords(boost.Child);
            case NearNode near:
                return FieldOfWords(near.Left);
            case BooleanNode boolean:
                string? field = FieldOfWords(boolean.Clauses[0].Node);
                return boolean.Clauses.All(static clause => clause.Kind != ClauseKind.MustNot)
                    && boolean.Clauses.Skip(1).All(clause => FieldOfWords(clause.Node) == field) ? field : null; // the first one, twice at each depth, would take for ever
            default:
                return null;
        }
    }
}
