using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What is seen of a quoted segment and right beside it, whoever speaks.</summary>
internal readonly struct SegmentFacts
{
    private const int Near = 6;

    private readonly Surroundings _around;
    private readonly int _index;
    private readonly QuotedSegment _segment;

    /// <summary>Initializes a new instance of the <see cref="SegmentFacts"/> struct.</summary>
    /// <param name="around">The article.</param>
    /// <param name="index">The segment's number.</param>
    public SegmentFacts(Surroundings around, int index)
    {
        _around = around;
        _index = index;
        _segment = around.Segments[index];
        Before = around.GapBefore(index);
        After = around.GapAfter(index);
        CueAfter = FirstCue(After, After.Start, Math.Min(After.End, After.Start + Near));
        CueBefore = LastCue(Before);
    }

    /// <summary>Gets the tokens before it, up to the segment before.</summary>
    public TokenRange Before { get; }

    /// <summary>Gets the tokens after it, up to the next segment.</summary>
    public TokenRange After { get; }

    /// <summary>Gets the cue among the first tokens after it, or -1.</summary>
    public int CueAfter { get; }

    /// <summary>Gets the cue among the last tokens before it, or -1.</summary>
    public int CueBefore { get; }

    /// <summary>Gets a value indicating whether a dash and a word of saying follow: «…», — сказал он. No title is written so.</summary>
    public bool HasDashAndCue =>
        !After.IsEmpty && After.Start - 1 > _segment.Last && _around.Tokens.Text[_around.Tokens[After.Start - 1].Start] is '—' or '–'
        && _around.Words.Is(After.Start, WordRoles.Say);

    /// <summary>Puts what matters for telling who speaks, and what is shared with the other questions.</summary>
    public void Describe(FeatureRow row)
    {
        ArticleTokens tokens = _around.Tokens;
        ArticleWords words = _around.Words;
        int inner = _segment.InnerEnd - _segment.InnerStart;
        row.PutSize("tokens", inner);
        row.Put("capital", inner > 0 && tokens[_segment.InnerStart].IsCapitalised);
        row.Put("closed", _segment.Closed);
        row.Put("single", _segment.IsSingle);
        row.Put("continues", _segment.Continues);
        row.Put("ends", Ending(tokens));
        row.Put("comma_after", _around.HasComma(_index));
        row.Put("stop_after", !After.IsEmpty && IsStop(tokens, After.Start));
        row.Put("nothing_before", Before.IsEmpty && StartsParagraph);
        row.Put("nothing_after", After.IsEmpty);
        row.Put("sentence_start", Before.IsEmpty || tokens[Before.End - 1].Sentence != tokens[_segment.First].Sentence);
        row.Put("colon_before", !Before.IsEmpty && tokens.IsMark(Before.End - 1, ':'));
        row.Put("comma_before", !Before.IsEmpty && tokens.IsMark(Before.End - 1, ','));
        row.Put("cue_before", CueBefore < 0 ? 9 : Before.End - 1 - CueBefore);
        row.Put("cue_before_strong", CueBefore >= 0 && words.Is(CueBefore, WordRoles.Say));
        row.Put("cue_after", CueAfter < 0 ? 9 : CueAfter - After.Start);
        row.Put("cue_after_strong", CueAfter >= 0 && words.Is(CueAfter, WordRoles.Say));
        row.PutSize("before", Before.End - Before.Start);
        row.PutSize("after", After.End - After.Start);
        row.Put("pronoun_after", FirstIs(After, WordRoles.Subject));
        row.Put("name_after", !After.IsEmpty && FirstWord(After) is var first && first >= 0 && tokens[first].IsCapitalised);
    }

    /// <summary>Puts what else matters for telling whether it is speech, and whether it is the speaker's own sentence.</summary>
    public void DescribeWords(FeatureRow row)
    {
        ArticleTokens tokens = _around.Tokens;
        ArticleWords words = _around.Words;
        int spoken = 0;
        int capitals = 0;
        int small = 0;
        int verbs = 0;
        int stops = 0;
        int end = Math.Min(_segment.InnerEnd, _segment.InnerStart + 200);
        for (int token = _segment.InnerStart; token < end; token++)
        {
            WordRoles roles = words.RolesOf(token);
            spoken += (roles & WordRoles.Spoken) != WordRoles.None ? 1 : 0;
            verbs += (roles & WordRoles.Auxiliary) != WordRoles.None ? 1 : 0;
            if (tokens[token].IsWord && (roles & (WordRoles.Preposition | WordRoles.Determiner | WordRoles.Conjunction)) == WordRoles.None)
            {
                capitals += tokens[token].IsCapitalised ? 1 : 0;
                small += tokens[token].IsCapitalised ? 0 : 1;
            }

            stops += IsStop(tokens, token) ? 1 : 0;
        }

        int inner = Math.Max(1, end - _segment.InnerStart);
        row.Put("spoken", spoken);
        row.Put("spoken_share", (double)spoken / inner);
        row.Put("auxiliaries", verbs);
        row.Put("capitals", capitals);
        row.Put("capital_share", (double)capitals / Math.Max(1, capitals + small));
        row.Put("small", small);
        row.Put("stops", stops);
        WordRoles firstWord = _segment.InnerEnd > _segment.InnerStart ? words.RolesOf(_segment.InnerStart) : WordRoles.None;
        row.Put("first", "determiner", Is(firstWord, WordRoles.Determiner));
        row.Put("first", "preposition", Is(firstWord, WordRoles.Preposition));
        row.Put("first", "auxiliary", Is(firstWord, WordRoles.Auxiliary));
        row.Put("first", "subject", Is(firstWord, WordRoles.Subject));
        row.Put("first", "conjunction", Is(firstWord, WordRoles.Conjunction));
        row.Put("first", "verb", Is(firstWord, WordRoles.Say | WordRoles.Report));
        row.Put("words", capitals + small);
        row.Put("seen_before", IsRepeated());
        DescribeNeighbours(row);
    }

    /// <summary>Whether one of the segments shortly before holds the same words, as terms and titles do.</summary>
    private bool IsRepeated()
    {
        ReadOnlySpan<char> own = _around.Tokens.Of(new TokenRange(_segment.InnerStart, _segment.InnerEnd));
        if (own.Length is 0 or > 60)
        {
            return false;
        }

        for (int i = _index - 1; i >= 0 && i >= _index - 12; i--)
        {
            QuotedSegment other = _around.Segments[i];
            if (_around.Tokens.Of(new TokenRange(other.InnerStart, other.InnerEnd)).TrimEnd(".,").Equals(own.TrimEnd(".,"), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsParagraph => _around.Tokens.Paragraph(_around.ParagraphOf(_index)).Start == _segment.First;

    private void DescribeNeighbours(FeatureRow row)
    {
        ArticleTokens tokens = _around.Tokens;
        ArticleWords words = _around.Words;
        WordRoles before = Before.IsEmpty ? WordRoles.None : words.RolesOf(Before.End - 1);
        WordRoles before2 = Before.End - Before.Start > 1 ? words.RolesOf(Before.End - 2) : WordRoles.None;
        row.Put("determiner_before", Is(before, WordRoles.Determiner));
        row.Put("owner_before", Is(before, WordRoles.Owner) || (!Before.IsEmpty && (tokens[Before.End - 1].Traits & TokenTraits.Possessive) != TokenTraits.None));
        row.Put("preposition_before", Is(before, WordRoles.Preposition));
        row.Put("auxiliary_before", Is(before, WordRoles.Auxiliary));
        row.Put("conjunction_before", Is(before, WordRoles.Conjunction));
        row.Put("that_before", !Before.IsEmpty && tokens.Is(Before.End - 1, "that"));
        row.Put("as_before", !Before.IsEmpty && tokens.Is(Before.End - 1, "as"));
        row.Put("name_before", !Before.IsEmpty && tokens[Before.End - 1].IsCapitalised);
        row.Put("bracket_before", !Before.IsEmpty && tokens.IsMark(Before.End - 1, '('));
        row.Put("word_before", !Before.IsEmpty && tokens[Before.End - 1].IsWord);
        row.Put("noun_before", Is(before | before2, WordRoles.SpeechNoun));
        row.Put("titled", Near1(WordRoles.Titled));
        row.Put("termed", Near1(WordRoles.Termed));
        row.Put("titled_after", FirstIs(After, WordRoles.Titled));
        row.Put("word_after", FirstWord(After) == After.Start && !After.IsEmpty && !IsEndOfSentence(tokens));
        row.Put("name_after_at_once", !After.IsEmpty && tokens[After.Start].IsCapitalised && !IsEndOfSentence(tokens));
        row.Put("preposition_after", FirstIs(After, WordRoles.Preposition) && FirstWord(After) == After.Start);
        row.Put("auxiliary_after", FirstIs(After, WordRoles.Auxiliary) && FirstWord(After) == After.Start);
        row.Put("dash_before", !Before.IsEmpty && tokens.Text[tokens[Before.End - 1].Start] is '—' or '–' or '-');
        (int strong, int weak, int nouns, int according) = CuesOfSentence();
        row.Put("cues_strong", strong);
        row.Put("cues_weak", weak);
        row.Put("cues_nouns", nouns);
        row.Put("cues_according", according);
        row.Put("segments_in_paragraph", SegmentsInParagraph());
        row.Put("previous_in_sentence", _index > 0 && tokens[_around.Segments[_index - 1].Last].Sentence == tokens[_segment.First].Sentence);
        row.Put("paragraph", Math.Min(9, _around.ParagraphOf(_index)));
        row.Put("parenthesis", Contains('('));
        new SentenceAround(_around, _index, Before, After).Describe(row);
        DescribeNext(row);
    }

    /// <summary>What the next segment of the paragraph looks like: an utterance of which a half stands in the reporter's sentence is mixed as a whole.</summary>
    private void DescribeNext(FeatureRow row)
    {
        ArticleTokens tokens = _around.Tokens;
        bool any = _index + 1 < _around.Segments.Count && _around.ParagraphOf(_index + 1) == _around.ParagraphOf(_index);
        QuotedSegment next = any ? _around.Segments[_index + 1] : default;
        TokenRange after = any ? _around.GapAfter(_index + 1) : default;
        row.Put("next", "is", any);
        row.Put("next", "capital", any && next.InnerEnd > next.InnerStart && tokens[next.InnerStart].IsCapitalised);
        row.PutSize("next", "tokens", any ? next.InnerEnd - next.InnerStart : 0);
        row.Put("next", "after_stop", any && !After.IsEmpty && IsStop(tokens, After.End - 1));
        row.Put("next", "word_after", any && !after.IsEmpty && tokens[after.Start].IsWord && tokens[after.Start].Sentence == tokens[next.Last].Sentence);
    }

    private bool IsEndOfSentence(ArticleTokens tokens) => !After.IsEmpty && tokens[After.Start].Sentence != tokens[_segment.Last].Sentence;

    private int SegmentsInParagraph()
    {
        TokenRange range = _around.Tokens.Paragraph(_around.ParagraphOf(_index));
        int low = _index;
        int high = _index;
        while (low > 0 && _index - low < 8 && _around.Segments[low - 1].First >= range.Start)
        {
            low--;
        }

        while (high + 1 < _around.Segments.Count && high - _index < 8 && _around.Segments[high + 1].First < range.End)
        {
            high++;
        }

        return high - low + 1;
    }

    private (int Strong, int Weak, int Nouns, int According) CuesOfSentence()
    {
        (int strong, int weak, int nouns, int according) = (0, 0, 0, 0);
        ArticleTokens tokens = _around.Tokens;
        int start = Math.Max(tokens.Sentence(tokens[_segment.First].Sentence).Start, _segment.First - 60);
        int end = Math.Min(tokens.Sentence(tokens[_segment.Last].Sentence).End, _segment.Last + 60);
        for (int token = start; token < end; token++)
        {
            if (token == _segment.First)
            {
                token = _segment.Last;
                continue;
            }

            if (_around.Words.SegmentOf(token) >= 0)
            {
                continue;
            }

            if (_around.Words.IsCue(token))
            {
                bool isStrong = _around.Words.Is(token, WordRoles.Say);
                strong += isStrong ? 1 : 0;
                weak += isStrong ? 0 : 1;
            }
            else if (_around.Words.Is(token, WordRoles.SpeechNoun))
            {
                nouns++;
            }

            according += _around.Words.IsAccording(token) ? 1 : 0;
        }

        return (strong, weak, nouns, according);
    }

    private bool Contains(char mark)
    {
        int end = Math.Min(_segment.InnerEnd, _segment.InnerStart + 20);
        for (int token = _segment.InnerStart; token < end; token++)
        {
            if (_around.Tokens.IsMark(token, mark))
            {
                return true;
            }
        }

        return false;
    }

    private bool Near1(WordRoles roles)
    {
        int start = Math.Max(Before.Start, Before.End - 4);
        for (int token = Before.End - 1; token >= start; token--)
        {
            if (_around.Words.Is(token, roles))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstWord(TokenRange gap)
    {
        for (int token = gap.Start; token < Math.Min(gap.End, gap.Start + 3); token++)
        {
            if (_around.Tokens[token].IsWord)
            {
                return token;
            }
        }

        return -1;
    }

    private bool FirstIs(TokenRange gap, WordRoles roles) => FirstWord(gap) is >= 0 and var first && _around.Words.Is(first, roles);

    private int FirstCue(TokenRange gap, int start, int end)
    {
        for (int token = start; token < end; token++)
        {
            if (_around.Words.IsCue(token))
            {
                return token;
            }

            if (token > gap.Start && IsStop(_around.Tokens, token))
            {
                break;
            }
        }

        return -1;
    }

    private int LastCue(TokenRange gap)
    {
        int start = Math.Max(gap.Start, gap.End - Near);
        for (int token = gap.End - 1; token >= start; token--)
        {
            if (_around.Words.IsCue(token) || _around.Words.IsAccording(token))
            {
                return token;
            }

            if (token < gap.End - 1 && IsStop(_around.Tokens, token))
            {
                break;
            }
        }

        return -1;
    }

    // 0 no mark, 1 a comma, 2 a full stop, 3 another end of a sentence, 4 a dash or points.
    private int Ending(ArticleTokens tokens)
    {
        int last = _segment.InnerEnd - 1;
        if (_around.HasComma(_index))
        {
            return 1;
        }

        if (last < _segment.InnerStart || tokens[last].Kind is TokenKind.Word or TokenKind.Number)
        {
            return 0;
        }

        return tokens.Text[tokens[last].Start] switch
        {
            ',' => 1,
            '.' => 2,
            '?' or '!' => 3,
            '—' or '–' or '-' or '…' => 4,
            _ => 0,
        };
    }

    private static bool Is(WordRoles roles, WordRoles role) => (roles & role) != WordRoles.None;

    private static bool IsStop(ArticleTokens tokens, int token) => tokens[token].Kind == TokenKind.Punctuation && tokens.Text[tokens[token].Start] is '.' or '?' or '!' or '…';
}
