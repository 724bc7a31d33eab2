using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>
/// What the reporter's sentence around a quoted segment does with it: goes on with it ("…” for the harbour, she said"), or reports more of the same
/// speaker without marks ("…,” he said, adding that …"). Then it isn't all that one attributes that stands between the marks.
/// </summary>
internal readonly struct SentenceAround(Surroundings around, int index, TokenRange before, TokenRange after)
{
    private const int MostTokens = 40;
    private const int MostInside = 400;

    /// <summary>Puts it.</summary>
    public void Describe(FeatureRow row)
    {
        DescribeAfter(row);
        DescribeBefore(row);
        DescribeInside(row);
    }

    // Up to the end of the sentence, the next segment or the paragraph's end.
    private void DescribeAfter(FeatureRow row)
    {
        ArticleTokens tokens = around.Tokens;
        QuotedSegment segment = around.Segments[index];
        int end = after.Start;
        int cues = 0;
        int first = -1;
        int that = -1;
        int commas = 0;
        int participle = -1;
        while (end < after.End && end < after.Start + MostTokens && tokens[end].Sentence == tokens[after.Start].Sentence && !IsStop(end))
        {
            if (around.Words.IsCue(end))
            {
                cues++;
                first = first < 0 ? end : first;
                participle = participle < 0 && end > after.Start && tokens.IsMark(end - 1, ',') ? end : participle;
            }

            that = that < 0 && tokens.Is(end, "that") ? end : that;
            commas += tokens.IsMark(end, ',') ? 1 : 0;
            end++;
        }

        bool isSame = !after.IsEmpty && tokens[after.Start].Sentence == tokens[segment.Last].Sentence;
        row.Put("rest", "same_sentence", isSame);
        row.Put("rest", "tokens", end - after.Start);
        row.Put("rest", "cues", cues);
        row.Put("rest", "commas", commas);
        row.Put("rest", "that", that < 0 ? -1 : that - after.Start);
        row.Put("rest", "after_cue", first < 0 ? -1 : end - first);
        row.Put("rest", "next_cue", participle < 0 ? -1 : participle - after.Start);
        row.Put("rest", "to_segment", end == after.End && index + 1 < around.Segments.Count && around.Segments[index + 1].First == end);
        row.Put("rest", "small", isSame && tokens[after.Start].IsWord && !tokens[after.Start].IsCapitalised && !around.Words.IsCue(after.Start)
            && !around.Words.Is(after.Start, WordRoles.Subject));
    }

    private void DescribeBefore(FeatureRow row)
    {
        ArticleTokens tokens = around.Tokens;
        int start = before.End;
        int cues = 0;
        int that = -1;
        int commas = 0;
        int farthest = -1;
        while (start > before.Start && start > before.End - MostTokens && tokens[start - 1].Sentence == tokens[before.End - 1].Sentence && (start == before.End || !IsStop(start - 1)))
        {
            start--;
            if (around.Words.IsCue(start))
            {
                cues++;
                farthest = before.End - start;
            }

            that = that < 0 && tokens.Is(start, "that") ? before.End - start : that;
            commas += tokens.IsMark(start, ',') ? 1 : 0;
        }

        row.Put("lead", "tokens", before.End - start);
        row.Put("lead", "cues", cues);
        row.Put("lead", "commas", commas);
        row.Put("lead", "that", that);
        row.Put("lead", "farthest_cue", farthest);
        row.Put("lead", "to_segment", start == before.Start && index > 0 && around.Segments[index - 1].Last == start - 1);
        row.Put("lead", "ends", before.IsEmpty ? 0 : IsStop(before.End - 1) ? 2 : tokens[before.End - 1].IsWord ? 3 : 1);
    }

    // An editor's words in brackets are no words of the speaker's, nor is what is left out.
    private void DescribeInside(FeatureRow row)
    {
        ArticleTokens tokens = around.Tokens;
        QuotedSegment segment = around.Segments[index];
        int brackets = 0;
        int parentheses = 0;
        int marks = 0;
        int end = Math.Min(segment.InnerEnd, segment.InnerStart + MostInside);
        for (int token = segment.InnerStart; token < end; token++)
        {
            if (tokens[token].IsWord)
            {
                continue;
            }

            brackets += tokens.IsMark(token, '[') ? 1 : 0;
            parentheses += tokens.IsMark(token, '(') ? 1 : 0;
            marks += tokens[token].Kind == TokenKind.Quotation ? 1 : 0;
        }

        row.Put("inside", "brackets", brackets);
        row.Put("inside", "parentheses", parentheses);
        row.Put("inside", "marks", marks);
    }

    private bool IsStop(int token) => around.Tokens[token].Kind == TokenKind.Punctuation && around.Tokens.Text[around.Tokens[token].Start] is '.' or '?' or '!' or '…' or ';';
}
