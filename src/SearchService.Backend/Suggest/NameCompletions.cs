using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>Completes names: bylines and outlets.</summary>
/// <remarks>
/// The articles are searched that have all the words in the field, and their names counted. A name that fits is counted in full by that;
/// a co-author who doesn't fit is left out afterwards.
/// </remarks>
/// <param name="source">What is counted.</param>
/// <param name="tokens">Divides names.</param>
internal sealed class NameCompletions(ISuggestionSource source, TokenReader tokens)
{
    /// <summary>Completes.</summary>
    /// <param name="field">A facet that has a field of words by the same name.</param>
    /// <param name="end">The words, the last as far as it is typed.</param>
    /// <param name="size">Names wanted.</param>
    internal ImmutableArray<NameSuggestion> Complete(string field, TypedEnd end, int size)
    {
        QueryNode query = end.AsBeginning(new WordNode(0, 0, field, end.Beginning));
        List<string> words = Words(end.Head);
        string beginning = Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(end.Beginning).Folded);
        for (int wanted = 2 * size; ; wanted *= 4)
        {
            ImmutableArray<NameSuggestion> values = source.Values(field, query, wanted);
            ImmutableArray<NameSuggestion> names = [.. values.Where(value => Fits(value.Name)).Take(size)];
            if (names.Length == size || values.Length < wanted)
            {
                return names;
            }
        }

        bool Fits(string name)
        {
            List<string> has = Words(NameText.WordsOf(name));
            return words.TrueForAll(has.Contains) && has.Exists(word => word.StartsWith(beginning, StringComparison.Ordinal));
        }
    }

    /// <summary>The words of a text without case and diacritics.</summary>
    private List<string> Words(string text)
    {
        List<string> words = [];
        tokens.Reset(text);
        while (tokens.Next())
        {
            ReadOnlySpan<byte> folded = tokens.Term(TermForm.Folded);
            words.Add(Encoding.UTF8.GetString(folded.IsEmpty ? tokens.Term(TermForm.Written) : folded));
        }

        return words;
    }
}
