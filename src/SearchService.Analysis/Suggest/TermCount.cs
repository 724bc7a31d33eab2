using System.Collections.Immutable;

namespace SearchService.Analysis.Suggest;

/// <summary>A term and how many documents have it.</summary>
/// <param name="Term">As the dictionary has it.</param>
/// <param name="Count">Documents, deleted ones left out: exact.</param>
public readonly record struct TermCount(string Term, long Count);

/// <summary>The most frequent terms of a set.</summary>
/// <param name="Terms">By count descending, then in ascending order of their UTF-8 bytes.</param>
/// <param name="IsComplete">False when the set is larger than <see cref="SuggestOptions.MaxTerms"/>: these are the most frequent of the
/// first so many.</param>
public sealed record FrequentTermsResult(ImmutableArray<TermCount> Terms, bool IsComplete);
