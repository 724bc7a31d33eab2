using System.Collections.Immutable;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Suggest;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>What suggestions are made from: one generation, asked for one request.</summary>
/// <remarks>
/// For one thread; each call may throw <see cref="OperationCanceledException"/>. Fields of words are <see cref="QueryFields.Title"/>,
/// <see cref="QueryFields.Body"/>, <see cref="QueryFields.Author"/>, <see cref="QueryFields.Source"/> and <see cref="QueryFields.Topic"/>.
/// </remarks>
public interface ISuggestionSource
{
    /// <summary>Articles that a tree finds: exact.</summary>
    long Count(QueryNode query);

    /// <summary>Whether any word begins so, its diacritics and those of the beginning aside.</summary>
    /// <param name="fields">Where words are looked for: in any of them.</param>
    /// <param name="beginning">As typed.</param>
    bool HasWord(ImmutableArray<string> fields, string beginning);

    /// <summary>The words, as written, that most articles have, of those that begin so, diacritics aside.</summary>
    /// <param name="fields">Where words are looked for; an article that has a word in several of them counts once.</param>
    /// <param name="beginning">As typed.</param>
    /// <param name="within">Only articles that this finds are counted; null for all.</param>
    /// <param name="size">Words wanted.</param>
    FrequentTermsResult Words(ImmutableArray<string> fields, string beginning, QueryNode? within, int size);

    /// <summary>What a word may be a misspelling of, by <see cref="SpellingRules"/>: words as written, and without their diacritics.</summary>
    /// <param name="fields">Where words are looked for; an article that has a word in several of them counts once.</param>
    /// <param name="word">As typed.</param>
    /// <param name="size">Spellings wanted.</param>
    ImmutableArray<Correction> Spellings(ImmutableArray<string> fields, string word, int size);

    /// <summary>The values of a facet that most of the articles have that a tree finds, each with how many; then by value.</summary>
    /// <param name="facet">One of <see cref="Core.Searching.FacetFields"/>.</param>
    /// <param name="query">The tree.</param>
    /// <param name="size">Values wanted.</param>
    ImmutableArray<NameSuggestion> Values(string facet, QueryNode query, int size);

    /// <summary>The latest articles that a tree finds, read as far as they are needed; and what finds in their headlines what it matches.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="size">The most needed.</param>
    (IEnumerable<Article> Articles, TextMarker Titles) Latest(QueryNode query, int size);
}
