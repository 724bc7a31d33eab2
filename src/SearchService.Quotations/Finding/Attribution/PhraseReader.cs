using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>Finds the words of a paragraph, outside quotation marks, that may name who speaks.</summary>
/// <remarks>Shallow: capitals, pronouns, and what stands between a determiner and the next small word; no grammar of sentences. Reusable, linear.</remarks>
internal sealed class PhraseReader
{
    /// <summary>Words of a phrase; longer ones are no subject that one would recognise.</summary>
    private const int MostWords = 12;

    private ArticleWords _words = new();
    private ArticleTokens _tokens = new();
    private List<Phrase> _phrases = [];
    private int _sentence;
    private int _order;

    /// <summary>Reads a paragraph.</summary>
    /// <param name="words">Of the article; the paragraph's have been looked up.</param>
    /// <param name="range">The paragraph.</param>
    /// <param name="phrases">Gets what is found, by its start; of two at the same place the shorter one first.</param>
    public void Read(ArticleWords words, TokenRange range, List<Phrase> phrases)
    {
        _words = words;
        _tokens = words.Tokens;
        _phrases = phrases;
        _sentence = -1;
        int token = range.Start;
        while (token < range.End)
        {
            if (_tokens[token].Sentence != _sentence)
            {
                _sentence = _tokens[token].Sentence;
                _order = 0;
            }

            int next = _words.SegmentOf(token) >= 0 || !(_tokens[token].IsWord || _tokens[token].Kind == TokenKind.Number) ? token + 1 : ReadAt(token, range);
            token = Math.Max(next, token + 1);
        }
    }

    private int ReadAt(int token, TokenRange range)
    {
        WordRoles roles = _words.RolesOf(token);
        if ((roles & WordRoles.Subject) != WordRoles.None)
        {
            return Add(token, token + 1, PhraseKind.Subject);
        }

        if ((roles & WordRoles.Owner) != WordRoles.None)
        {
            int end = NounEnd(token + 1, range);
            int head = end - 1;
            Add(token, token + 1, PhraseKind.Owner, head > token && _words.Is(head, WordRoles.SpeechNoun));
            return end > token + 1 ? ReadNoun(token, end) : token + 1;
        }

        if ((roles & WordRoles.Object) != WordRoles.None)
        {
            return Add(token, token + 1, PhraseKind.Object);
        }

        if ((roles & WordRoles.Relative) != WordRoles.None)
        {
            return Add(token, token + 1, PhraseKind.Relative);
        }

        if ((roles & WordRoles.Determiner) != WordRoles.None)
        {
            return ReadNoun(token, NounEnd(token + 1, range));
        }

        if (IsNamePart(token))
        {
            return ReadName(token, range);
        }

        bool isSubject = token + 1 < range.End && _tokens[token + 1].IsWord && _words.Is(token + 1, WordRoles.Say) && !_tokens.Of(token + 1).EndsWith("ing", StringComparison.Ordinal) && (roles & (WordRoles.Boundary | WordRoles.Opener)) == WordRoles.None && !IsAdverb(token);
        if (((roles & WordRoles.Person) != WordRoles.None && (roles & WordRoles.Boundary) == WordRoles.None) || isSubject)
        {
            return ReadNoun(NounStart(token, range), NounEnd(token + 1, range));
        }

        return token + 1;
    }

    /// <summary>Takes a noun with what stands before it, and the owner inside it: "the mayor's aide" is of the mayor.</summary>
    private int ReadNoun(int start, int end)
    {
        for (int i = start; i < end - 1; i++)
        {
            if ((_tokens[i].Traits & TokenTraits.Possessive) != TokenTraits.None)
            {
                Add(start, i + 1, PhraseKind.Owner, _words.Is(end - 1, WordRoles.SpeechNoun));
            }
        }

        return Add(start, end, PhraseKind.Noun);
    }

    private int ReadName(int start, TokenRange range)
    {
        int end = NameEnd(start, range);
        bool owns = (_tokens[end - 1].Traits & TokenTraits.Possessive) != TokenTraits.None || IsBarePossessive(end, range);
        int after = IsBarePossessive(end, range) ? end + 1 : end;
        int noun = NounEnd(after, range);
        if (owns && noun > after)
        {
            Add(start, end, PhraseKind.Owner, _words.Is(noun - 1, WordRoles.SpeechNoun));
            // "Ott's aide Kim Lee" is Kim Lee.
            return _tokens[noun - 1].IsCapitalised ? after : Add(start, noun, PhraseKind.Noun);
        }

        // "Ott campaign officials": what follows a name is part of it if it can speak.
        int last = end;
        while (last < noun && last < end + 3 && !_tokens[last].IsCapitalised)
        {
            last++;
        }

        if (last > end && _words.Is(last - 1, WordRoles.Person))
        {
            // "Labour nominee Jan Ott": what stands before describes who is named after it.
            return last < noun && IsNamePart(last) ? last : Add(start, last, PhraseKind.Noun);
        }

        return Add(start, end, PhraseKind.Name);
    }

    private int NameEnd(int start, TokenRange range)
    {
        int end = start + 1;
        while (end < range.End && end - start < MostWords && _words.SegmentOf(end) < 0)
        {
            if ((_tokens[end - 1].Traits & TokenTraits.Possessive) != TokenTraits.None)
            {
                break;
            }

            if (IsNamePart(end))
            {
                end++;
            }
            else if (JoinsName(end, range, out int joined))
            {
                end = joined;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Whether a mark or a small word stands inside a name: the full stop of "C.", the hyphen of two last names, "van".</summary>
    private bool JoinsName(int at, TokenRange range, out int end)
    {
        end = at + 1;
        if (end >= range.End || _words.SegmentOf(end) >= 0)
        {
            return false;
        }

        char mark = _tokens.Text[_tokens[at].Start];
        if (mark == '.')
        {
            return !_tokens[at].FollowsSpace && _tokens[end].Sentence == _tokens[at].Sentence && IsNamePart(end);
        }

        if (mark is '-' or '‑')
        {
            // "president-elect" is one word, whatever the second half is elsewhere.
            end++;
            return !_tokens[at].FollowsSpace && !_tokens[end - 1].FollowsSpace && _tokens[end - 1].IsWord;
        }

        if (mark == '&')
        {
            return IsNamePart(end);
        }

        if (!_words.Is(at, WordRoles.Connector))
        {
            return false;
        }

        if (!IsNamePart(end) && _words.Is(end, WordRoles.Connector) && end + 1 < range.End)
        {
            end++;
        }

        return _words.SegmentOf(end) < 0 && IsNamePart(end);
    }

    private bool IsNamePart(int token) =>
        _tokens[token].IsCapitalised
        && !_words.Is(token, WordRoles.Time)
        && !(_tokens.StartsSentence(token) && (_words.Is(token, WordRoles.Boundary | WordRoles.Determiner) || IsOpener(token)))
        && !_words.Is(token, WordRoles.Subject);

    /// <summary>Whether a capital only begins the sentence: "However, she", but not "First Minister".</summary>
    private bool IsOpener(int token) =>
        _words.Is(token, WordRoles.Opener)
        && !(token + 1 < _tokens.Count && _tokens[token + 1].IsCapitalised && !_words.Is(token + 1, WordRoles.Time | WordRoles.Subject) && _words.SegmentOf(token + 1) < 0);

    /// <summary>Whether the apostrophe of a plural stands at a token: "the Otts' house".</summary>
    private bool IsBarePossessive(int token, TokenRange range) =>
        token < range.End && _tokens[token].Kind == TokenKind.Quotation && !_tokens[token].FollowsSpace && _tokens.Text[_tokens[token].Start] is '\'' or '’'
        && _words.SegmentOf(token) < 0;

    /// <summary>The end of the words from a token on that may be one noun with what describes it.</summary>
    private int NounEnd(int token, TokenRange range)
    {
        int end = token;
        while (end < range.End && end - token < MostWords && _words.SegmentOf(end) < 0 && _tokens[end].Sentence == _sentence)
        {
            bool isWord = _tokens[end].IsWord || _tokens[end].Kind == TokenKind.Number;
            bool joins = !isWord && !_tokens[end].FollowsSpace && end + 1 < range.End && !_tokens[end + 1].FollowsSpace && _tokens.Text[_tokens[end].Start] is '-' or '‑';
            if (joins && _tokens[end + 1].IsWord && _words.SegmentOf(end + 1) < 0)
            {
                end += 2;
                continue;
            }

            if (!joins && (!isWord || IsAdverb(end) || EndsNoun(end)))
            {
                if (!(end > token && JoinsName(end, range, out int joined) && _tokens[end - 1].IsCapitalised))
                {
                    break;
                }

                end = joined;
                continue;
            }

            end++;
        }

        return end;
    }

    // A cue after an adjective is a noun that looks like one ("the official report"): the sentence tells, not the word. Before any noun it is none.
    private bool EndsNoun(int token)
    {
        WordRoles roles = _words.RolesOf(token);
        if ((roles & WordRoles.Article) != WordRoles.None && token > 0 && !_words.Is(token - 1, WordRoles.Determiner))
        {
            return true; // Another noun begins: "some members the opportunity".
        }

        if ((roles & WordRoles.Boundary) == WordRoles.None)
        {
            return false;
        }

        bool isVerb = (roles & (WordRoles.Say | WordRoles.Report)) == WordRoles.None || _words.IsCue(token);
        return isVerb && !(_tokens[token].IsCapitalised && !_tokens.StartsSentence(token));
    }

    private bool IsAdverb(int token) => !_tokens[token].IsCapitalised && _tokens.Of(token).EndsWith("ly", StringComparison.Ordinal) && _words.RolesOf(token) == WordRoles.None;

    /// <summary>The start of the small words before a noun that has no determiner.</summary>
    private int NounStart(int token, TokenRange range)
    {
        int start = token;
        int least = _phrases.Count > 0 ? Math.Max(range.Start, _phrases[^1].Tokens.End) : range.Start;
        while (start > least && token - start < 3 && (_tokens[start - 1].IsWord || _tokens[start - 1].Kind == TokenKind.Number) && _tokens[start - 1].Sentence == _sentence
            && _words.RolesOf(start - 1) == WordRoles.None && _words.SegmentOf(start - 1) < 0 && !IsAdverb(start - 1))
        {
            start--;
        }

        return start;
    }

    private int Add(int start, int end, PhraseKind kind, bool ownsSpeech = false)
    {
        bool afterPreposition = start > 0 && _tokens[start - 1].Sentence == _sentence && _tokens[start - 1].IsWord && _words.SegmentOf(start - 1) < 0 && _words.Is(start - 1, WordRoles.Preposition);
        _phrases.Add(new Phrase(new TokenRange(start, end), kind, _order++, afterPreposition, ownsSpeech));
        return end;
    }
}
