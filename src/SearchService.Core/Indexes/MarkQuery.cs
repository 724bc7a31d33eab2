using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Indexes;

/// <summary>Asks for what a query matches in one article.</summary>
public sealed record MarkQuery
{
    /// <summary>Of the article, exactly.</summary>
    public required string Id { get; init; }

    /// <summary>The tree; null matches and marks nothing in particular.</summary>
    public QueryNode? Root { get; init; }

    /// <summary>Whether the tree is of an article, as in <see cref="ArticleQuery.Root"/>, or of quotations, as in <see cref="QuotationQuery.Root"/>.</summary>
    public SearchIn In { get; init; }
}

/// <summary>One article, whole, with what a query matches in it.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Article">The article.</param>
/// <param name="Matches">Whether the query finds it, or any quotation of it; nothing is marked where it doesn't.</param>
/// <param name="TitleHighlights">What matches in the title: as <see cref="SearchHit.TitleHighlights"/>; none of a query for quotations.</param>
/// <param name="Highlights">
/// What matches in the text: spans into <see cref="Article.Text"/>, all those that passages have; of a query for quotations inside those it finds.
/// Ascending, not touching.
/// </param>
/// <param name="Quotations">The quotations that match, as <see cref="SearchHit.Quotations"/>, or those a query for quotations finds; all of them, in the order of the text.</param>
public sealed record MarkedArticle(
    IndexState Index,
    Article Article,
    bool Matches,
    ImmutableArray<TextSpan> TitleHighlights,
    ImmutableArray<TextSpan> Highlights,
    ImmutableArray<HitQuotation> Quotations);
