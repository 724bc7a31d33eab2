using SearchService.Core.Articles;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>The words that make something speech, as written: "said", "told reporters", "wrote on his blog", "according to".</summary>
internal static class CueText
{
    private const int MostTokens = 8;

    /// <summary>Finds them.</summary>
    /// <param name="around">The article.</param>
    /// <param name="cue">The token that says that something is said.</param>
    /// <param name="speaker">The tokens that name the speaker.</param>
    /// <param name="isDirect">Whether whole sentences are said; with words inside the reporter's sentence only the verb is taken.</param>
    public static TextSpan Of(Surroundings around, int cue, TokenRange speaker, bool isDirect)
    {
        ArticleTokens tokens = around.Tokens;
        int start = cue;
        if (around.Words.IsAccording(cue))
        {
            start = Math.Max(0, cue - AccordingLength(around, cue) + 1);
            return new TextSpan(tokens[start].Start, tokens[cue].End);
        }

        int end = cue + 1;
        if (isDirect && around.Words.Is(cue, WordRoles.Say))
        {
            // Who is told: "told reporters"; then where: "on his blog".
            end = AfterPhrase(around, end, cue, speaker) ?? end;
            if (end < tokens.Count && tokens[end].Sentence == tokens[cue].Sentence && tokens[end].IsWord && around.Words.SegmentOf(end) < 0 && around.Words.Is(end, WordRoles.Preposition))
            {
                end = AfterPhrase(around, end + 1, cue, speaker) ?? end;
            }
        }

        return new TextSpan(tokens[cue].Start, tokens[end - 1].End);
    }

    private static int AccordingLength(Surroundings around, int cue)
    {
        foreach (string[] phrase in around.Words.Language.According)
        {
            if (around.Tokens.Is(cue, phrase[^1]) && cue >= phrase.Length - 1 && around.Tokens.Is(cue - phrase.Length + 1, phrase[0]))
            {
                return phrase.Length;
            }
        }

        return 1;
    }

    /// <summary>The end of the phrase that begins at a token, unless it names the speaker, or goes too far.</summary>
    private static int? AfterPhrase(Surroundings around, int token, int cue, TokenRange speaker)
    {
        TokenRange phrases = around.PhrasesOf(around.Tokens.ParagraphOf(cue));
        int? end = null;
        for (int phrase = around.FirstPhraseFrom(phrases, token); phrase < phrases.End && around.Phrases[phrase].Tokens.Start == token; phrase++)
        {
            TokenRange range = around.Phrases[phrase].Tokens;
            if (range.End - cue <= MostTokens && (range.End <= speaker.Start || range.Start >= speaker.End))
            {
                end = range.End;
            }
        }

        return end;
    }
}
