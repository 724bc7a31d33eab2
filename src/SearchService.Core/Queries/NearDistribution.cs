namespace SearchService.Core.Queries;

/// <summary>Takes <c>AND</c> out of <c>NEAR</c>: <c>(a AND b) NEAR/5 c</c> means that <c>a</c> is near <c>c</c> and so is <c>b</c>.</summary>
/// <remarks>
/// What is left inside a <see cref="NearNode"/> has places in a text: words, phrases and patterns, alternatives of them, weights and
/// further pairs. The parser bounds how much is repeated by it, so that a short query can't stand for a huge one.
/// </remarks>
public static class NearDistribution
{
    /// <summary>The same query with nothing required inside a <c>NEAR</c>.</summary>
    /// <param name="near">As parsed.</param>
    public static QueryNode Distribute(NearNode near) => Join(near, Inside(near.Left), Inside(near.Right));

    /// <summary>The field that an expression with places in a text is looked for in; both sides of a <c>NEAR</c> have the same.</summary>
    /// <param name="node">What is left inside a <see cref="NearNode"/>, or one.</param>
    /// <exception cref="NotSupportedException">It has no places in a text.</exception>
    public static string FieldOf(QueryNode node) => node switch
    {
        WordNode word => word.Field,
        PhraseNode phrase => phrase.Field,
        PrefixNode prefix => prefix.Field,
        WildcardNode wildcard => wildcard.Field,
        FuzzyNode fuzzy => fuzzy.Field,
        RegexNode regex => regex.Field,
        RangeNode range => range.Field,
        NearNode near => FieldOf(near.Left),
        BoostNode boost => FieldOf(boost.Child),
        BooleanNode boolean => FieldOf(boolean.Clauses[0].Node),
        _ => throw new NotSupportedException($"{node.GetType().Name} has no places in a text."),
    };

    /// <summary>How many terms distributing repeats: 0 when nothing is required inside.</summary>
    internal static long Repeated(NearNode near)
    {
        (long Parts, long Terms) left = SizeOf(near.Left);
        (long Parts, long Terms) right = SizeOf(near.Right);
        return Math.Max(0, ((right.Parts - 1) * left.Terms) + ((left.Parts - 1) * right.Terms));
    }

    private static QueryNode Inside(QueryNode node) => node switch
    {
        NearNode near => Distribute(near),
        BoostNode boost => boost with { Child = Inside(boost.Child) },
        BooleanNode boolean => boolean with { Clauses = [.. boolean.Clauses.Select(clause => clause with { Node = Inside(clause.Node) })] },
        _ => node,
    };

    private static QueryNode Join(NearNode near, QueryNode left, QueryNode right) =>
        !HasPlaces(left) ? Spread(left, part => Join(near, part, right))
        : !HasPlaces(right) ? Spread(right, part => Join(near, left, part))
        : near with { Left = left, Right = right };

    private static QueryNode Spread(QueryNode node, Func<QueryNode, QueryNode> join) => node switch
    {
        BoostNode boost => boost with { Child = join(boost.Child) },
        BooleanNode boolean => boolean with { Clauses = [.. boolean.Clauses.Select(clause => clause with { Node = join(clause.Node) })] },
        _ => node,
    };

    /// <summary>Whether nothing but alternatives is inside.</summary>
    private static bool HasPlaces(QueryNode node) => node switch
    {
        BoostNode boost => HasPlaces(boost.Child),
        BooleanNode boolean => boolean.Clauses.All(clause => clause.Kind == ClauseKind.Should && HasPlaces(clause.Node)),
        _ => true,
    };

    /// <summary>The parts an expression falls into inside a <c>NEAR</c>, and the terms in them.</summary>
    private static (long Parts, long Terms) SizeOf(QueryNode node)
    {
        switch (node)
        {
            case BoostNode boost:
                return SizeOf(boost.Child);
            case NearNode near:
                (long Parts, long Terms) left = SizeOf(near.Left);
                (long Parts, long Terms) right = SizeOf(near.Right);
                return (left.Parts * right.Parts, (right.Parts * left.Terms) + (left.Parts * right.Terms));
            case BooleanNode boolean:
                bool alternatives = true;
                (long parts, long terms) = (0, 0);
                foreach (QueryClause clause in boolean.Clauses)
                {
                    (long Parts, long Terms) size = SizeOf(clause.Node);
                    parts += size.Parts;
                    terms += size.Terms;
                    alternatives &= clause.Kind == ClauseKind.Should && size.Parts == 1;
                }

                return (alternatives ? 1 : parts, terms);
            case WordNode word:
                return (1, 1 + word.Variants.Length);
            default:
                return (1, 1);
        }
    }
}
