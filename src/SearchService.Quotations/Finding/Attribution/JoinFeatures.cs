using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What is seen of two segments with no speech between them that tells whether they are one utterance: "…," he said. "…"</summary>
internal static class JoinFeatures
{
    /// <summary>Puts it.</summary>
    /// <param name="around">The article.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="second">The number of the second; what stands between marks between them is no speech.</param>
    /// <param name="before">What was made of the first.</param>
    /// <param name="reading">What was made of the second.</param>
    /// <param name="row">Gets the features.</param>
    public static void Describe(Surroundings around, int first, int second, in SegmentReading before, in SegmentReading reading, FeatureRow row)
    {
        SegmentFacts factsOfFirst = new(around, first);
        SegmentFacts facts = new(around, second);
        ArticleTokens tokens = around.Tokens;
        QuotedSegment one = around.Segments[first];
        QuotedSegment other = around.Segments[second];
        int paragraphs = around.ParagraphOf(second) - around.ParagraphOf(first);
        row.Put("paragraphs", Math.Min(3, paragraphs));
        row.Put("between", Math.Min(60, other.First - one.Last - 1));
        row.Put("sentences", Math.Min(5, tokens[other.First].Sentence - tokens[one.Last].Sentence));
        row.Put("same_phrase", reading.Phrase == before.Phrase);
        row.Put("same_words", reading.Phrase >= 0 && before.Phrase >= 0 && IsSame(around, reading.Phrase, before.Phrase));
        row.Put("phrase_between", reading.Phrase >= 0 && IsBetween(around, reading.Phrase, one, other));
        row.Put("first_phrase_between", before.Phrase >= 0 && IsBetween(around, before.Phrase, one, other));
        row.Put("phrase_after", reading.Phrase >= 0 && around.Phrases[reading.Phrase].Tokens.Start > other.Last);
        row.Put("first_phrase_before", before.Phrase >= 0 && around.Phrases[before.Phrase].Tokens.End <= one.First);
        row.Put("cue_between", reading.Cue > one.Last && reading.Cue < other.First);
        row.Put("first_cue_between", before.Cue > one.Last && before.Cue < other.First);
        row.Put("cues_between", Cues(around, one.Last + 1, other.First));
        row.Put("direct", reading.Direct);
        row.Put("first_direct", before.Direct);
        row.Put("speech", reading.Speech);
        row.Put("nothing_after_first", factsOfFirst.After.IsEmpty);
        row.Put("nothing_before_second", facts.Before.IsEmpty);
        row.Put("nothing_after_second", facts.After.IsEmpty);
        row.Put("nothing_before_first", factsOfFirst.Before.IsEmpty);
        row.Put("cue_after_second", facts.CueAfter < 0 ? 9 : facts.CueAfter - facts.After.Start);
        row.Put("cue_before_second", facts.CueBefore < 0 ? 9 : facts.Before.End - 1 - facts.CueBefore);
        row.Put("cue_after_first", factsOfFirst.CueAfter < 0 ? 9 : factsOfFirst.CueAfter - factsOfFirst.After.Start);
        row.PutSize("length", other.InnerEnd - other.InnerStart);
        row.PutSize("first_length", one.InnerEnd - one.InnerStart);
        row.Put("capital", other.InnerEnd > other.InnerStart && tokens[other.InnerStart].IsCapitalised);
        row.Put("stop_before", !facts.Before.IsEmpty && tokens.IsMark(facts.Before.End - 1, '.'));
        row.Put("comma_before", !facts.Before.IsEmpty && tokens.IsMark(facts.Before.End - 1, ','));
        row.Put("comma_inside_first", one.InnerEnd > one.InnerStart && tokens.IsMark(one.InnerEnd - 1, ','));
        row.Put("closed", one.Closed);
        row.Put("skipped", second - first - 1);
    }

    private static bool IsBetween(Surroundings around, int phrase, in QuotedSegment one, in QuotedSegment other) =>
        around.Phrases[phrase].Tokens.Start > one.Last && around.Phrases[phrase].Tokens.End <= other.First;

    private static bool IsSame(Surroundings around, int phrase, int other)
    {
        (TokenRange left, TokenRange right) = (around.Phrases[phrase].Tokens, around.Phrases[other].Tokens);
        return around.Tokens.WithoutPossessive(left.End - 1).SequenceEqual(around.Tokens.WithoutPossessive(right.End - 1));
    }

    private static int Cues(Surroundings around, int start, int end)
    {
        int count = 0;
        for (int token = start; token < Math.Min(end, start + 60); token++)
        {
            count += around.Words.Is(token, WordRoles.Say) ? 1 : 0;
        }

        return count;
    }
}
