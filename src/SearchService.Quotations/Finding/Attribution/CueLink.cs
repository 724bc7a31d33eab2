using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>The way from a phrase to a word that says that something is said.</summary>
/// <param name="Token">That word, or -1.</param>
/// <param name="Strength">0 none, 1 that may go with words of somebody's, 2 that speech follows or precedes, 3 "according to".</param>
/// <param name="Distance">Tokens between.</param>
/// <param name="Commas">Commas and the like between.</param>
/// <param name="Nouns">Other phrases that begin between.</param>
internal readonly record struct CueLink(int Token, int Strength, int Distance, int Commas, int Nouns)
{
    private const int Reach = 24;
    private const int ReachBack = 8;

    /// <summary>Gets the absence of one.</summary>
    public static CueLink None => new(-1, 0, Reach, 0, 0);

    /// <summary>Finds the next cue after a phrase in its sentence, outside quotation marks: "Ott, the mayor, said".</summary>
    public static CueLink After(ArticleWords words, TokenRange phrase)
    {
        int commas = 0;
        int nouns = 0;
        int sentence = words.Tokens[phrase.End - 1].Sentence;
        int end = Math.Min(words.Tokens.Sentence(sentence).End, phrase.End + Reach);
        CueLink weak = None;
        for (int token = phrase.End; token < end && words.SegmentOf(token) < 0; token++)
        {
            if (words.IsCue(token))
            {
                CueLink link = new(token, words.Is(token, WordRoles.Say) ? 2 : 1, token - phrase.End, commas, nouns);
                if (link.Strength == 2)
                {
                    return weak.Token >= 0 && weak.Distance + 3 < link.Distance ? weak : link;
                }

                weak = weak.Token < 0 ? link : weak;
            }

            commas += words.Tokens[token].Kind == TokenKind.Punctuation ? 1 : 0;
            nouns += BeginsPhrase(words, token) ? 1 : 0;
        }

        return weak;
    }

    /// <summary>Finds the last cue before a phrase in its sentence: "said Mayor Ott", "according to Ott".</summary>
    public static CueLink Before(ArticleWords words, TokenRange phrase)
    {
        int commas = 0;
        int nouns = 0;
        int start = Math.Max(words.Tokens.Sentence(words.Tokens[phrase.Start].Sentence).Start, phrase.Start - ReachBack);
        for (int token = phrase.Start - 1; token >= start && words.SegmentOf(token) < 0; token--)
        {
            if (words.IsAccording(token))
            {
                return new CueLink(token, 3, phrase.Start - token - 1, commas, nouns);
            }

            if (words.IsCue(token))
            {
                return new CueLink(token, words.Is(token, WordRoles.Say) ? 2 : 1, phrase.Start - token - 1, commas, nouns);
            }

            commas += words.Tokens[token].Kind == TokenKind.Punctuation ? 1 : 0;
            nouns += BeginsPhrase(words, token) ? 1 : 0;
        }

        return None;
    }

    private static bool BeginsPhrase(ArticleWords words, int token) =>
        words.Is(token, WordRoles.Subject | WordRoles.Determiner | WordRoles.Relative)
        || (words.Tokens[token].IsCapitalised && (token == 0 || !words.Tokens[token - 1].IsCapitalised));
}
