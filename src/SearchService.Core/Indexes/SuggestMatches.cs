using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Indexes;

/// <summary>What a backend suggests.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Completions">Of <see cref="SuggestQuery.Typed"/>: highest count first, then by text.</param>
/// <param name="AreCompletionsPartial">So many words begin like this that not all were looked at; more frequent ones may be missing.</param>
/// <param name="Titles">Headlines that fit the query, the latest first, each text once.</param>
/// <param name="Names">For each of <see cref="SuggestQuery.Names"/>, in that order: values, the most frequent first, then by value.</param>
/// <param name="Spellings">For each of <see cref="SuggestQuery.Misspelt"/>, in that order: what may stand in place of its
/// <see cref="Queries.WordNode.Text"/>, the best first. None for a word that matches something, that is the beginning of a word being typed, or that
/// resembles nothing.</param>
public sealed record SuggestMatches(
    IndexState Index,
    ImmutableArray<WordCompletion> Completions,
    bool AreCompletionsPartial,
    ImmutableArray<TitleSuggestion> Titles,
    ImmutableArray<ImmutableArray<NameSuggestion>> Names,
    ImmutableArray<ImmutableArray<string>> Spellings);

/// <summary>A way to go on with the word that is being typed.</summary>
/// <param name="Text">Stands in place of its <see cref="Queries.WordNode.Text"/>; case folded from where it was completed.</param>
/// <param name="Count">Articles that the whole query finds with it: exact, above 0.</param>
public sealed record WordCompletion(string Text, long Count);

/// <summary>An article whose headline fits.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Highlights">What fits in it; ascending, not touching.</param>
public sealed record TitleSuggestion(string Id, string Title, ImmutableArray<TextSpan> Highlights);

/// <summary>A name that fits.</summary>
/// <param name="Name">A value of the facet.</param>
/// <param name="Count">Articles of the archive with that value: exact, above 0.</param>
public sealed record NameSuggestion(string Name, long Count);
