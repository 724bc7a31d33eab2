using System.Collections.Immutable;
using SearchService.Analysis;

namespace SearchService.Backend.Words;

/// <summary>What the dictionary of one generation tells of the words of its articles.</summary>
/// <remarks>Thread-safe. <c>field</c> is <see cref="Core.Queries.QueryFields.Body"/>, the text, or <see cref="Core.Queries.QueryFields.Title"/>, the headline.</remarks>
public interface IWordFrequencies
{
    /// <summary>Gets the ways in which articles were made words of, each once: that of articles without a language first, whether there are any or not.</summary>
    ImmutableArray<TextAnalyzer> Analyzers { get; }

    /// <summary>How many articles have a word in a field.</summary>
    /// <param name="field">The text or the headline.</param>
    /// <param name="stem">The word, in its form <see cref="TermForm.Word"/>.</param>
    long ArticlesWith(string field, ReadOnlySpan<byte> stem);

    /// <summary>How many articles have any word in a field.</summary>
    /// <param name="field">The text or the headline.</param>
    long ArticlesWithAny(string field);
}
