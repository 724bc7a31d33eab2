using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>A query as it was understood.</summary>
/// <param name="Input">The text given, untouched: what all offsets point into.</param>
/// <param name="Root">The tree; null for an empty query, which means all articles; <see cref="NoneNode"/> when something was asked
/// for and nothing of it could be understood.</param>
/// <param name="Notices">In the order of their offsets.</param>
public sealed record ParsedQuery(string Input, QueryNode? Root, ImmutableArray<QueryNotice> Notices)
{
    /// <summary>Refuses a query of which a part was not understood or was left out: what <c>strict</c> means.</summary>
    /// <exception cref="InvalidQueryException">There is a notice with <see cref="QueryNotice.IsError"/>; the first one is told.</exception>
    public void ThrowIfErrors()
    {
        foreach (QueryNotice notice in Notices)
        {
            if (notice.IsError)
            {
                throw new InvalidQueryException(notice.Code, notice.Message, notice.Offset, notice.Length);
            }
        }
    }
}
