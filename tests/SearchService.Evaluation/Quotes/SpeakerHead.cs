using SearchService.Core.Articles;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Evaluation.Quotes;

/// <summary>The word of a phrase that says who speaks: "director" in "the director of the harbour", "Ott" in "Mayor Jan Ott, who was there".</summary>
internal static class SpeakerHead
{
    /// <summary>Finds it: the last word before the first comma, bracket, preposition or relative pronoun.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="phrase">As people have marked it.</param>
    public static TextSpan Of(ArticleTokens tokens, TextSpan phrase)
    {
        QuotationLanguage language = QuotationLanguage.Of("en");
        int start = tokens.At(phrase.Start);
        int head = start;
        for (int token = start; token < tokens.Count && tokens[token].Start < phrase.End; token++)
        {
            if (token > start && (tokens.IsMark(token, ',') || tokens.IsMark(token, '(')
                || (language.RolesOf(tokens.Of(token)) & (WordRoles.Preposition | WordRoles.Relative)) != WordRoles.None))
            {
                break;
            }

            head = tokens[token].Kind is TokenKind.Word or TokenKind.Number ? token : head;
        }

        return new TextSpan(tokens[head].Start, tokens[head].End);
    }
}
