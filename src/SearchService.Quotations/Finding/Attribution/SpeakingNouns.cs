using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>Tells nouns that can speak from what else looks like one: "the harbour board" and "the duo" that "said", not "some members the opportunity".</summary>
internal static class SpeakingNouns
{
    /// <summary>Tells whether a phrase can name who speaks.</summary>
    /// <param name="words">Of the article.</param>
    /// <param name="candidate">The phrase's links to words of saying.</param>
    /// <param name="phrase">A pronoun can, and a name unless its capital only begins a sentence; a noun if it is known to, or is called something said, or stands right beside a word of saying.</param>
    public static bool CanSpeak(ArticleWords words, in Candidate candidate, in Phrase phrase)
    {
        TokenRange range = phrase.Tokens;
        int head = range.End - 1;
        if (phrase.Kind == PhraseKind.Name)
        {
            // "And" after a dash, "Based" at the beginning: a word with a capital is a name unless it is known to be something else.
            return head > range.Start || !(words.Is(head, WordRoles.Conjunction | WordRoles.Preposition | WordRoles.Article)
                || (words.Tokens.StartsSentence(head) && IsForm(words.Tokens.Of(head)) && !words.Is(head, WordRoles.Person) && !IsBeside(candidate.After) && !IsBeside(candidate.Before) && !words.IsNamedBefore(head)));
        }

        if (phrase.Kind != PhraseKind.Noun)
        {
            return true;
        }

        if (words.Tokens[head].IsCapitalised && !words.Tokens.StartsSentence(head))
        {
            return true;
        }

        if (words.Is(head, WordRoles.Opener | WordRoles.Preposition) && !words.Is(head, WordRoles.Person))
        {
            return false;
        }

        for (int token = head; token >= range.Start; token--)
        {
            if (words.Is(token, WordRoles.Person))
            {
                return true;
            }
        }

        if (words.Is(head, WordRoles.Determiner | WordRoles.Article))
        {
            return false; // "the", with nothing after it
        }

        return words.Is(head, WordRoles.SpeechNoun) || IsBeside(candidate.After) || IsBeside(candidate.Before);
    }

    /// <summary>Whether a word looks like an adverb or a participle: "Fully", "Gathered".</summary>
    private static bool IsForm(ReadOnlySpan<char> word) =>
        word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal);

    private static bool IsBeside(in CueLink link) => link is { Strength: >= 2, Distance: 0 };
}
