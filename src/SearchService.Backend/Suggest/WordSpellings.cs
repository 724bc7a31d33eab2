using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>Finds other spellings of the words of a query.</summary>
/// <param name="source">Has the words.</param>
/// <param name="tokens">Divides texts.</param>
internal sealed class WordSpellings(ISuggestionSource source, TokenReader tokens)
{
    /// <summary>A word that is there may be a misspelling too, that the archive shares, of one so many times as frequent.</summary>
    private const int TimesAsFrequent = 10;

    /// <summary>Finds other spellings of a word.</summary>
    /// <param name="word">The word; of one such as <c>well-knwon</c>, the only part that matches nothing is spelt otherwise.</param>
    /// <param name="isTyped">Whether it may go on: then it isn't wrong as long as a word begins so.</param>
    /// <param name="respellsKnown">Whether to look for far more frequent spellings of a word that is in the archive.</param>
    /// <param name="size">Spellings wanted.</param>
    /// <returns>Texts to stand in place of the word's, the best first.</returns>
    internal ImmutableArray<string> Of(WordNode word, bool isTyped, bool respellsKnown, int size)
    {
        ImmutableArray<string> fields = WordFields.SpellingsOf(word);
        if (fields.IsEmpty || Part(word) is not { } part)
        {
            return [];
        }

        bool mayGoOn = isTyped && part.End == word.Text.Length;
        if ((part.Count > 0 && !respellsKnown) || (mayGoOn && TypedEnd.Of(word.Text, tokens) is { } end && source.HasWord(WordFields.Of(word), end.Beginning)))
        {
            return [];
        }

        return
        [
            .. source.Spellings(fields, word.Text[part.Start..part.End], size)
                .Where(correction => correction.Count >= part.Count * TimesAsFrequent)
                .Select(correction => string.Concat(word.Text.AsSpan(0, part.Start), correction.Term, word.Text.AsSpan(part.End))),
        ];
    }

    /// <summary>The part of the word that may be wrong, and how many articles have it; null for a number, or where several parts may be.</summary>
    private (int Start, int End, long Count)? Part(WordNode word)
    {
        List<(int Start, int End)> parts = [];
        tokens.Reset(word.Text);
        while (tokens.Next())
        {
            parts.Add((tokens.Start, tokens.End));
        }

        (int Start, int End, long Count)[] candidates =
        [
            .. parts.Where(part => !word.Text[part.Start..part.End].Any(char.IsDigit))
                .Select(part => (part.Start, part.End, source.Count(word with { Text = word.Text[part.Start..part.End] })))
                .Where(part => parts.Count == 1 || part.Item3 == 0),
        ];
        return candidates is [var only] ? only : null;
    }
}
