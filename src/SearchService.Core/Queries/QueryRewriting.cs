using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>Trees made of a tree by exchanging a part of it.</summary>
/// <remarks>Nodes are told apart by reference: two equal words of a query stay two.</remarks>
public static class QueryRewriting
{
    /// <summary>Puts a node in another's place.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="node">A node of it; when it isn't, the tree stays as it is.</param>
    /// <param name="replacement">What takes its place.</param>
    public static QueryNode Replace(QueryNode root, QueryNode node, QueryNode replacement) => root switch
    {
        _ when ReferenceEquals(root, node) => replacement,
        BoostNode boost => boost with { Child = Replace(boost.Child, node, replacement) },
        NearNode near => near with { Left = Replace(near.Left, node, replacement), Right = Replace(near.Right, node, replacement) },
        BooleanNode boolean => boolean with
        {
            Clauses = [.. boolean.Clauses.Select(clause => clause with { Node = Replace(clause.Node, node, replacement) })],
        },
        _ => root,
    };

    /// <summary>What has to match whatever a node is exchanged for.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="node">A node of it.</param>
    /// <returns>A tree that finds at least what the whole one does; null for all articles. Of what is excluded, of a <c>NEAR</c>, and of
    /// alternatives, that which doesn't depend on the node stays.</returns>
    public static QueryNode? Without(QueryNode root, QueryNode node)
    {
        switch (root)
        {
            case var _ when ReferenceEquals(root, node):
                return null;
            case BoostNode boost:
                return Without(boost.Child, node) is { } child ? boost with { Child = child } : null;
            case NearNode near:
                (QueryNode? left, QueryNode? right) = (Without(near.Left, node), Without(near.Right, node));
                return left is null || right is null ? left ?? right : near with { Left = left, Right = right };
            case BooleanNode boolean:
                ImmutableArray<QueryClause>.Builder kept = ImmutableArray.CreateBuilder<QueryClause>(boolean.Clauses.Length);
                bool isOptional = boolean.Clauses.Any(clause => clause.Kind == ClauseKind.Must);
                foreach (QueryClause clause in boolean.Clauses)
                {
                    if (!Holds(clause.Node, node))
                    {
                        kept.Add(clause);
                    }
                    else if (clause.Kind == ClauseKind.Should)
                    {
                        isOptional = true;
                    }
                    else if (clause.Kind == ClauseKind.Must && Without(clause.Node, node) is { } rest)
                    {
                        kept.Add(clause with { Node = rest });
                    }
                }

                // Beside an alternative that may be anything, or beside what had to match, no alternative has to.
                if (isOptional && !kept.Any(clause => clause.Kind == ClauseKind.Must))
                {
                    kept.RemoveAll(clause => clause.Kind == ClauseKind.Should);
                }

                return kept.Count == 0 ? null : boolean with { Clauses = kept.DrainToImmutable() };
            default:
                return root;
        }
    }

    /// <summary>Looks in headlines for what is asked of headline and text.</summary>
    /// <param name="root">The tree.</param>
    /// <returns>The tree, or null when it asks for nothing in headlines.</returns>
    public static QueryNode? InTitles(QueryNode root) => AsksForTitle(root = ToTitles(root)) ? root : null;

    /// <summary>The words that something has to match for, alone or beside others: not those that are excluded.</summary>
    /// <param name="root">The tree, or null for none.</param>
    /// <returns>In the order of the query.</returns>
    public static IEnumerable<WordNode> WantedWords(QueryNode? root) => root switch
    {
        WordNode word => [word],
        BoostNode boost => WantedWords(boost.Child),
        NearNode near => WantedWords(near.Left).Concat(WantedWords(near.Right)),
        BooleanNode boolean => boolean.Clauses.Where(clause => clause.Kind != ClauseKind.MustNot).SelectMany(clause => WantedWords(clause.Node)),
        _ => [],
    };

    private static bool Holds(QueryNode root, QueryNode node) => ReferenceEquals(root, node) || root switch
    {
        BoostNode boost => Holds(boost.Child, node),
        NearNode near => Holds(near.Left, node) || Holds(near.Right, node),
        BooleanNode boolean => boolean.Clauses.Any(clause => Holds(clause.Node, node)),
        _ => false,
    };

    private static QueryNode ToTitles(QueryNode node) => node switch
    {
        WordNode { Field: QueryFields.Text } word => word with { Field = QueryFields.Title },
        PhraseNode { Field: QueryFields.Text } phrase => phrase with { Field = QueryFields.Title },
        PrefixNode { Field: QueryFields.Text } prefix => prefix with { Field = QueryFields.Title },
        WildcardNode { Field: QueryFields.Text } wildcard => wildcard with { Field = QueryFields.Title },
        FuzzyNode { Field: QueryFields.Text } fuzzy => fuzzy with { Field = QueryFields.Title },
        RegexNode { Field: QueryFields.Text } regex => regex with { Field = QueryFields.Title },
        RangeNode { Field: QueryFields.Text } range => range with { Field = QueryFields.Title },
        BoostNode boost => boost with { Child = ToTitles(boost.Child) },
        NearNode near => near with { Left = ToTitles(near.Left), Right = ToTitles(near.Right) },
        BooleanNode boolean => boolean with { Clauses = [.. boolean.Clauses.Select(clause => clause with { Node = ToTitles(clause.Node) })] },
        _ => node,
    };

    private static bool AsksForTitle(QueryNode node) => node switch
    {
        WordNode word => word.Field == QueryFields.Title,
        PhraseNode phrase => phrase.Field == QueryFields.Title,
        PrefixNode prefix => prefix.Field == QueryFields.Title,
        WildcardNode wildcard => wildcard.Field == QueryFields.Title,
        FuzzyNode fuzzy => fuzzy.Field == QueryFields.Title,
        RegexNode regex => regex.Field == QueryFields.Title,
        RangeNode range => range.Field == QueryFields.Title,
        BoostNode boost => AsksForTitle(boost.Child),
        NearNode near => AsksForTitle(near.Left) || AsksForTitle(near.Right),
        BooleanNode boolean => boolean.Clauses.Any(clause => clause.Kind != ClauseKind.MustNot && AsksForTitle(clause.Node)),
        _ => false,
    };
}
