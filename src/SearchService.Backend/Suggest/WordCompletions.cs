using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Suggest;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>Completes the word that is being typed.</summary>
/// <remarks>
/// Offered are the words, as written but for their case, that most articles have, among those that the rest of the query finds. Words
/// that the query would find the same articles by (<c>change</c>, <c>changes</c>; <c>cafe</c>, <c>café</c>) are offered once, by the most
/// frequent of them. The count is that of the whole query with the word: what choosing it gives.
/// </remarks>
/// <param name="source">Has the words.</param>
/// <param name="tokens">Divides texts.</param>
internal sealed class WordCompletions(ISuggestionSource source, TokenReader tokens)
{
    // Inflections of one word begin alike: as a rule this many terms hold enough different ones.
    private const int TermsPerCompletion = 4;
    private const int MostTerms = 4_096;

    /// <summary>Completes.</summary>
    /// <param name="root">The whole query.</param>
    /// <param name="typed">The word, a node of it.</param>
    /// <param name="end">Its text, divided.</param>
    /// <param name="complete">Gives a completed word the spellings that are searched with it.</param>
    /// <param name="size">Completions wanted; 1 or more.</param>
    /// <returns>Completions by count descending, then by text; and whether only a part of the dictionary was looked at.</returns>
    internal (ImmutableArray<WordCompletion> Words, bool ArePartial) Complete(QueryNode root, WordNode typed, TypedEnd end, Func<WordNode, WordNode> complete, int size)
    {
        ImmutableArray<string> fields = WordFields.Of(typed);
        QueryNode? rest = QueryRewriting.Without(root, typed);
        List<string> offered;
        FrequentTermsResult found;
        int wanted = size;
        do
        {
            wanted *= TermsPerCompletion;
            found = source.Words(fields, end.Beginning, rest, wanted);
            offered = Distinct(found.Terms, typed, size);
        }
        while (offered.Count < size && found.Terms.Length == wanted && wanted < MostTerms);

        IEnumerable<WordCompletion> completions = offered
            .Select(word => end.Head + word)
            .Select(text => new WordCompletion(text, source.Count(QueryRewriting.Replace(root, typed, complete(typed with { Text = text })))))
            .Where(completion => completion.Count > 0);
        return ([.. completions.OrderByDescending(completion => completion.Count).ThenBy(completion => completion.Text, StringComparer.Ordinal)], !found.IsComplete);
    }

    /// <summary>The most frequent of each group of words that find the same.</summary>
    private List<string> Distinct(ImmutableArray<TermCount> terms, WordNode typed, int size)
    {
        List<string> words = [];
        HashSet<string> groups = new(StringComparer.Ordinal);
        foreach ((string term, _) in terms)
        {
            if (words.Count < size && GroupOf(term, typed) is { } group && groups.Add(group))
            {
                words.Add(term);
            }
        }

        return words;
    }

    /// <summary>What the word is looked up by; null for what is no word by itself.</summary>
    private string? GroupOf(string term, WordNode typed)
    {
        tokens.Reset(term);
        if (!tokens.Next() || tokens.Start != 0 || tokens.End != term.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> folded = tokens.Term(TermForm.Folded);
        return Encoding.UTF8.GetString(
            typed.Verbatim ? tokens.Term(TermForm.Written)
            : typed.Field is QueryFields.Text or QueryFields.Title ? tokens.Term(TermForm.Word)
            : folded.IsEmpty ? tokens.Term(TermForm.Written) : folded);
    }
}
