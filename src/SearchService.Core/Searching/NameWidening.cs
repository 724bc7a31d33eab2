using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>Adds to the words of a query that are names their other spellings, as far as the archive has them, and says so.</summary>
/// <remarks>
/// Plain words of running text, headlines, bylines, quotations and speakers are widened, excluded ones too: whoever leaves a name out leaves out
/// its spellings. Phrases, patterns and <c>verbatim:</c> aren't, nor words of several parts (<c>jean-claude</c>). A query keeps within its limit of clauses.
/// </remarks>
/// <param name="index">Knows the names of its archive.</param>
/// <param name="limits">How much is looked up and added.</param>
/// <param name="queryLimits">How many clauses a query may have with what is added.</param>
internal sealed class NameWidening(IArticleIndex index, SearchLimits limits, QueryLimits queryLimits)
{
    /// <summary>Widens a query.</summary>
    /// <param name="parsed">As read, without what the backend can't execute.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same query where no word of it has other spellings.</returns>
    public ParsedQuery Widen(ParsedQuery parsed, CancellationToken cancellationToken)
    {
        if (parsed.Root is not { } root)
        {
            return parsed;
        }

        ImmutableArray<WordNode> words = [.. Names(root).Take(limits.MaxWidenedWords)];
        if (words.IsEmpty)
        {
            return parsed;
        }

        long room = queryLimits.MaxClauses - Terms(root);
        List<QueryNotice> notices = [];
        Dictionary<string, ImmutableArray<NameVariant>> known = new(StringComparer.Ordinal);
        foreach (WordNode word in words)
        {
            if (!known.TryGetValue(word.Text, out ImmutableArray<NameVariant> variants))
            {
                known.Add(word.Text, variants = index.NameVariants(word.Text, cancellationToken));
            }

            ImmutableArray<string> added = [.. variants.Take((int)Math.Clamp(room, 0, limits.MaxNameVariants)).Select(static variant => variant.Text)];
            QueryNode widened = added.IsEmpty ? root : QueryRewriting.Replace(root, word, word with { Variants = added });
            if (!added.IsEmpty && Terms(widened) <= queryLimits.MaxClauses)
            {
                root = widened;
                room = queryLimits.MaxClauses - Terms(root);
                notices.Add(new QueryNotice(NoticeWordings.NameVariantsAdded, word.Offset, word.Length, word.Text, string.Join(", ", added)));
            }
        }

        return notices.Count == 0 ? parsed : parsed with { Root = root, Notices = Merged(parsed.Notices, notices) };
    }

    /// <summary>Widens filters: a speaker whom the archive has by other spellings alone is filtered by these.</summary>
    /// <param name="filters">As asked for.</param>
    /// <param name="notices">Says what was added.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public ImmutableArray<FacetFilter> Widen(ImmutableArray<FacetFilter> filters, out ImmutableArray<QueryNotice> notices, CancellationToken cancellationToken)
    {
        List<QueryNotice> added = [];
        ImmutableArray<FacetFilter> widened = [.. filters.Select(filter => filter.Field != FacetFields.Speaker ? filter
            : filter with { Included = WithSpellings(filter.Included), Excluded = WithSpellings(filter.Excluded) })];
        notices = [.. added];
        return widened;

        ImmutableArray<string> WithSpellings(ImmutableArray<string> names) =>
            [.. names.SelectMany(name => SpellingsOf(name).Prepend(name)).Distinct(StringComparer.Ordinal)];

        ImmutableArray<string> SpellingsOf(string name)
        {
            if (name == FacetFields.Missing)
            {
                return [];
            }

            ImmutableArray<string> spellings = [.. index.SpeakerVariants(name, cancellationToken).Take(limits.MaxNameVariants).Select(static variant => variant.Text)];
            if (!spellings.IsEmpty)
            {
                added.Add(new QueryNotice(NoticeWordings.NameVariantsInFilter, 0, 0, name, string.Join(", ", spellings)));
            }

            return spellings;
        }
    }

    /// <summary>Widens one word, as it would be in a short query.</summary>
    /// <param name="word">Perhaps with the spellings of another, which it loses.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public WordNode Widen(WordNode word, CancellationToken cancellationToken) => word with
    {
        Variants = IsWidened(word) ? [.. index.NameVariants(word.Text, cancellationToken).Take(limits.MaxNameVariants).Select(static variant => variant.Text)] : [],
    };

    private static bool IsWidened(WordNode word) =>
        word is { Verbatim: false, Field: QueryFields.Text or QueryFields.Title or QueryFields.Author or QueryFields.Speaker or QueryFields.Said };

    private static IEnumerable<WordNode> Names(QueryNode node) => node switch
    {
        WordNode word when IsWidened(word) => [word],
        BoostNode boost => Names(boost.Child),
        NearNode near => Names(near.Left).Concat(Names(near.Right)),
        BooleanNode boolean => boolean.Clauses.SelectMany(clause => Names(clause.Node)),
        _ => [],
    };

    /// <summary>Words, patterns, values and the like, other spellings among them, and what taking AND out of NEAR repeats.</summary>
    private static long Terms(QueryNode node) => node switch
    {
        WordNode word => 1 + word.Variants.Length,
        BoostNode boost => Terms(boost.Child),
        NearNode near => Terms(near.Left) + Terms(near.Right) + NearDistribution.Repeated(near),
        BooleanNode boolean => boolean.Clauses.Sum(clause => Terms(clause.Node)),
        _ => 1,
    };

    // By place, and never more than a query has room for: the parser's last one says that there were more.
    private ImmutableArray<QueryNotice> Merged(ImmutableArray<QueryNotice> notices, List<QueryNotice> added) =>
        [.. notices.Concat(added.Take(Math.Max(0, queryLimits.MaxNotices - notices.Length))).OrderBy(static notice => notice.Offset)];
}
