using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>Finds the query that was meant by a misspelt one: no guess is given that wasn't searched for and found.</summary>
/// <param name="index">Knows words.</param>
/// <param name="limits">How much is tried.</param>
/// <param name="parse">Reads a query as searches do.</param>
/// <param name="count">Searches for what is tried.</param>
internal sealed class SpellingCorrection(IArticleIndex index, SuggestLimits limits, Func<string, ParsedQuery> parse, CountMatches count)
{
    /// <summary>Corrects a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="typed">A word that may be the beginning of one, and then isn't wrong; or null.</param>
    /// <param name="filters">Those the count is to be under.</param>
    /// <param name="found">What the query finds under them; no other state of the index is mixed with its own.</param>
    /// <param name="respellsKnownWords">Whether words that match something may be exchanged too, when that of the others isn't enough.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// The query with those words exchanged that match nothing; where that isn't enough, also words exchanged for far more frequent
    /// ones. Null when nothing resembles them, or no more is found so.
    /// </returns>
    public QuerySuggestion? Correct(
        TypedQuery query, WordNode? typed, ImmutableArray<FacetFilter> filters, MatchCount found, bool respellsKnownWords, CancellationToken cancellationToken)
    {
        ImmutableArray<WordNode> words = [.. QueryRewriting.WantedWords(query.Parsed.Root).Where(query.CanReplace).Take(limits.MaxMisspelt)];
        if (words.IsEmpty || !index.Capabilities.Suggestions)
        {
            return null;
        }

        SuggestQuery wanted = new() { Root = query.Parsed.Root, Typed = typed, Misspelt = words, Spellings = limits.MaxSpellings };
        SuggestMatches unknown = index.Suggest(wanted, cancellationToken);
        foreach ((WordNode, string)[] trial in Trials(wanted, unknown, respellsKnownWords, cancellationToken).Take(limits.MaxTrials))
        {
            string text = query.With(trial);
            MatchCount tried = count(parse(text).Root, filters);
            if (unknown.Index.Generation != found.Generation || tried.Generation != found.Generation)
            {
                return null; // the index has just changed: the next request is answered from one state again
            }

            if (tried.Total > found.Total)
            {
                return new QuerySuggestion(text, tried.Total);
            }
        }

        return null;
    }

    /// <summary>
    /// First the words that match nothing: all at once, each with its best spelling, then one after the other with its next ones.
    /// Then, those with their best, the words that the archive has but seldom: one after the other, at last all at once.
    /// </summary>
    private IEnumerable<(WordNode, string)[]> Trials(
        SuggestQuery wanted, SuggestMatches unknown, bool respellsKnownWords, CancellationToken cancellationToken)
    {
        ImmutableArray<WordNode> words = wanted.Misspelt;
        int[] wrong = [.. Enumerable.Range(0, words.Length).Where(word => !unknown.Spellings[word].IsEmpty)];
        (WordNode, string)[] mended = [.. wrong.Select(word => (words[word], unknown.Spellings[word][0]))];
        if (wrong.Length > 0)
        {
            yield return mended;
        }

        foreach ((int rank, int changed) in Ranked(wrong, unknown.Spellings).Where(each => each.Rank > 0))
        {
            yield return [.. wrong.Select(word => (words[word], unknown.Spellings[word][word == changed ? rank : 0]))];
        }

        if (!respellsKnownWords)
        {
            yield break;
        }

        ImmutableArray<ImmutableArray<string>> frequent = index.Suggest(wanted with { RespellsKnownWords = true }, cancellationToken).Spellings;
        int[] rare = [.. Enumerable.Range(0, words.Length).Except(wrong).Where(word => !frequent[word].IsEmpty)];
        foreach ((int rank, int changed) in Ranked(rare, frequent))
        {
            yield return [.. mended, (words[changed], frequent[changed][rank])];
        }

        if (rare.Length > 1)
        {
            yield return [.. mended, .. rare.Select(word => (words[word], frequent[word][0]))];
        }
    }

    private static IEnumerable<(int Rank, int Word)> Ranked(int[] words, ImmutableArray<ImmutableArray<string>> spellings) =>
        words.SelectMany(word => Enumerable.Range(0, spellings[word].Length).Select(rank => (Rank: rank, Word: word))).OrderBy(each => each.Rank);
}
