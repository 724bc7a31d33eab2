using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Backend.Words;
using SearchService.Core.Queries;

namespace SearchService.Backend.Names;

/// <summary>How many articles have a word in their text, in any inflection, in whichever of the archive's languages has it most.</summary>
/// <param name="words">Of the archive.</param>
internal sealed class WordFrequency(IWordFrequencies words)
{
    private readonly ImmutableArray<TokenReader> _readers = [.. words.Analyzers.Select(static analyzer => analyzer.CreateReader())];

    /// <summary>Counts.</summary>
    /// <param name="word">One word.</param>
    internal long Of(string word)
    {
        long most = 0;
        foreach (TokenReader reader in _readers)
        {
            reader.Reset(word);
            if (reader.Next())
            {
                most = Math.Max(most, words.ArticlesWith(QueryFields.Body, reader.Term(TermForm.Word)));
            }
        }

        return most;
    }
}
