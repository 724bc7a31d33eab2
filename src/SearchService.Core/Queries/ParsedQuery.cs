using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>A query as it was understood.</summary>
/// <param name="Input">The text given, untouched: what all offsets point into.</param>
/// <param name="Root">The tree, or null when nothing to look for is left (all articles are meant).</param>
/// <param name="Notices">In the order of their offsets.</param>
public sealed record ParsedQuery(string Input, QueryNode? Root, ImmutableArray<QueryNotice> Notices);
