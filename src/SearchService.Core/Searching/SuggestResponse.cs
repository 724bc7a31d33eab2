using System.Collections.Immutable;
using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>The answer to a <see cref="SuggestRequest"/>.</summary>
/// <param name="Query">How the query was read.</param>
/// <param name="Took">Time spent.</param>
/// <param name="Index">The state of the index that answered.</param>
/// <param name="Completions">The query with its last word completed: highest count first.</param>
/// <param name="AreCompletionsPartial">So many words begin like this that not all were looked at; more frequent ones may be missing.</param>
/// <param name="Titles">Headlines that hold all that is typed, the last word as the beginning of one: the latest first.</param>
/// <param name="Authors">Bylines with all the words typed, the last as the beginning of one: the most frequent first.</param>
/// <param name="Sources">Outlets with such a name: the most frequent first.</param>
/// <param name="DidYouMean">The query spelt otherwise, when a word of it matches nothing, or nothing matches all of it; else null.</param>
public sealed record SuggestResponse(
    QueryReading Query,
    TimeSpan Took,
    IndexState Index,
    ImmutableArray<QuerySuggestion> Completions,
    bool AreCompletionsPartial,
    ImmutableArray<TitleSuggestion> Titles,
    ImmutableArray<NameSuggestion> Authors,
    ImmutableArray<NameSuggestion> Sources,
    QuerySuggestion? DidYouMean);

/// <summary>A query that may be meant.</summary>
/// <param name="Text">The whole query: what wasn't exchanged is as it was typed.</param>
/// <param name="Count">Articles, or in a search for quotations these, that have all that it asks for, under the filters of the request: exact, above 0.</param>
public sealed record QuerySuggestion(string Text, long Count);
