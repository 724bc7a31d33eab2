using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded.Names;

/// <summary>How many articles have a word in their text, in any inflection, in whichever of the archive's languages has it most.</summary>
/// <param name="snapshot">Outlives this.</param>
/// <param name="analyzers">Of its languages.</param>
internal sealed class WordFrequency(IndexSnapshot snapshot, ImmutableArray<TextAnalyzer> analyzers)
{
    private readonly ImmutableArray<TokenReader> _readers = [.. analyzers.Select(static analyzer => analyzer.CreateReader())];

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
                most = Math.Max(most, snapshot.DocumentFrequency(ArticleFields.Text, TermForm.Word, reader.Term(TermForm.Word)));
            }
        }

        return most;
    }
}
