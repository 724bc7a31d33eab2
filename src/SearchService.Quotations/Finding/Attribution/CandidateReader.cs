using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>Gathers the phrases that may name a segment's speaker, and what speaks for each.</summary>
/// <remarks>At most some thirty a segment, from its paragraph and the one before, and the speaker of the segment before. Reusable, for one thread.</remarks>
internal sealed class CandidateReader
{
    private const int MostBefore = 14;
    private const int MostAfter = 8;
    private const int MostOfParagraphBefore = 6;

    private readonly int[] _scores = new int[MostBefore + MostAfter + MostOfParagraphBefore + 1]; // how far each one's closest cue is from the marks
    private Surroundings _around = new();
    private int _segment;
    private int _last; // the token before what stands after the segment

    /// <summary>Gets what was gathered, in the order of the text.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Gathers them.</summary>
    /// <param name="around">The article.</param>
    /// <param name="segment">The segment's number.</param>
    /// <param name="previous">The phrase that names the speaker of the segment before, or -1.</param>
    public void Read(Surroundings around, int segment, int previous)
    {
        _around = around;
        _segment = segment;
        Candidates.Clear();
        QuotedSegment quoted = around.Segments[segment];
        _last = around.GapAfter(segment).Start - 1;
        int paragraph = around.ParagraphOf(segment);
        TokenRange phrases = around.PhrasesOf(paragraph);
        int next = _around.FirstPhraseFrom(phrases, quoted.First);
        int from = Math.Max(phrases.Start, next - MostBefore);
        if (paragraph > 0 && from == phrases.Start)
        {
            TokenRange before = around.PhrasesOf(paragraph - 1);
            AddAll(Math.Max(before.Start, before.End - MostOfParagraphBefore), before.End);
        }

        AddAll(from, next);
        int end = next;
        int sentence = around.Tokens[Math.Min(quoted.Last + 1, around.Tokens.Count - 1)].Sentence + 1;
        while (end < phrases.End && end < next + MostAfter && around.Tokens[around.Phrases[end].Tokens.Start].Sentence <= sentence)
        {
            end++;
        }

        AddAll(next, end);
        if (previous >= 0 && !Candidates.Exists(candidate => candidate.Phrase == previous))
        {
            Candidates.Insert(0, around.CandidateOf(previous));
        }

        for (int i = 0; i < Candidates.Count; i++)
        {
            _scores[i] = Score(Candidates[i], quoted);
        }
    }

    /// <summary>Puts what is seen of a candidate, after what is seen of the segment (<see cref="SegmentFacts.Describe"/>).</summary>
    /// <param name="index">Of the candidate.</param>
    /// <param name="facts">Of the segment.</param>
    /// <param name="previous">The phrase that names the speaker of the segment before, or -1.</param>
    /// <param name="row">Gets the features.</param>
    public void Describe(int index, in SegmentFacts facts, int previous, FeatureRow row)
    {
        Candidate candidate = Candidates[index];
        Phrase phrase = _around.Phrases[candidate.Phrase];
        QuotedSegment quoted = _around.Segments[_segment];
        ArticleTokens tokens = _around.Tokens;
        bool isBefore = phrase.Tokens.End <= quoted.First;
        int between = isBefore ? quoted.First - phrase.Tokens.End : phrase.Tokens.Start - _last - 1;
        row.Put("is_before", isBefore);
        row.Put("kind", (int)phrase.Kind);
        row.Put("order", phrase.Order);
        row.Put("after_preposition", phrase.AfterPreposition);
        row.Put("owns_speech", phrase.OwnsSpeech);
        row.Put("length", phrase.Tokens.End - phrase.Tokens.Start);
        row.Put("person", _around.Words.Is(phrase.Tokens.End - 1, WordRoles.Person));
        row.Put("title", _around.Words.Is(phrase.Tokens.Start, WordRoles.Title));
        row.Put("it", phrase.Kind == PhraseKind.Subject && _around.Words.Is(phrase.Tokens.Start, WordRoles.Spoken));
        row.PutSize("distance", between);
        row.Put("sentences", Math.Min(9, Math.Abs(tokens[isBefore ? quoted.First : quoted.Last].Sentence - tokens[phrase.Tokens.Start].Sentence)));
        row.Put("paragraphs", Math.Min(9, _around.ParagraphOf(_segment) - tokens.ParagraphOf(phrase.Tokens.Start)));
        row.Put("in_gap", isBefore ? phrase.Tokens.Start >= facts.Before.Start : phrase.Tokens.End <= facts.After.End);
        row.Put("rank", isBefore ? CountBefore(index, quoted.First) : -1 - CountAfter(index, quoted.Last));
        row.Put("previous", candidate.Phrase == previous);
        row.Put("has_previous", previous >= 0);
        row.Put("previous_distance", Math.Min(9, PreviousDistance(previous)));
        row.Put("cue_between_previous", facts.CueBefore >= 0 || facts.CueAfter >= 0);
        DescribeLink("next_cue", candidate.After, quoted, row);
        DescribeLink("last_cue", candidate.Before, quoted, row);
        row.Put("quoted_between", SegmentsBetween(phrase, quoted));
        row.Put("closest_cue", CloserCues(index));
        row.Put("starts_gap", isBefore ? phrase.Tokens.Start - facts.Before.Start : phrase.Tokens.Start - facts.After.Start);
    }

    private void DescribeLink(string name, in CueLink link, in QuotedSegment quoted, FeatureRow row)
    {
        row.Put(name, "strength", link.Strength);
        row.Put(name, "distance", link.Token < 0 ? 30 : link.Distance);
        row.Put(name, "commas", link.Commas);
        row.Put(name, "nouns", link.Nouns);
        bool isBefore = link.Token >= 0 && link.Token < quoted.First;
        row.Put(name, "side", link.Token < 0 ? 0 : isBefore ? -1 : 1);
        row.Put(name, "to_mark", ToMark(link, quoted));
        row.Put(name, "is_ing", link.Token >= 0 && _around.Tokens.Of(link.Token).EndsWith("ing", StringComparison.Ordinal));
    }

    private int ToMark(in CueLink link, in QuotedSegment quoted)
    {
        if (link.Token < 0)
        {
            return 40;
        }

        return Math.Min(40, link.Token < quoted.First ? quoted.First - link.Token - 1 : Math.Abs(link.Token - _last - 1));
    }

    /// <summary>How many candidates have a cue that is closer to the marks.</summary>
    private int CloserCues(int index)
    {
        int own = _scores[index];
        int closer = 0;
        for (int i = 0; i < Candidates.Count; i++)
        {
            closer += _scores[i] < own ? 1 : 0;
        }

        return closer;
    }

    private int Score(in Candidate candidate, in QuotedSegment quoted) => Math.Min(
        candidate.After.Strength == 0 ? 90 : ToMark(candidate.After, quoted) + (2 * candidate.After.Distance),
        candidate.Before.Strength == 0 ? 90 : ToMark(candidate.Before, quoted) + (2 * candidate.Before.Distance));

    private int SegmentsBetween(in Phrase phrase, in QuotedSegment quoted)
    {
        int count = 0;
        if (phrase.Tokens.End <= quoted.First)
        {
            for (int i = _segment - 1; i >= 0 && count < 4 && _around.Segments[i].First >= phrase.Tokens.End; i--)
            {
                count++;
            }
        }
        else
        {
            for (int i = _segment + 1; i < _around.Segments.Count && count < 4 && _around.Segments[i].Last < phrase.Tokens.Start; i++)
            {
                count++;
            }
        }

        return count;
    }

    private int PreviousDistance(int previous) =>
        previous < 0 || _segment == 0 ? 9 : _around.ParagraphOf(_segment) - _around.ParagraphOf(_segment - 1);

    private int CountBefore(int index, int first)
    {
        int count = 0;
        for (int i = index + 1; i < Candidates.Count && _around.Phrases[Candidates[i].Phrase].Tokens.End <= first; i++)
        {
            count++;
        }

        return count;
    }

    private int CountAfter(int index, int last)
    {
        int count = 0;
        for (int i = index - 1; i >= 0 && _around.Phrases[Candidates[i].Phrase].Tokens.Start > last; i--)
        {
            count++;
        }

        return count;
    }

    private void AddAll(int start, int end)
    {
        for (int phrase = start; phrase < end; phrase++)
        {
            Candidate candidate = _around.CandidateOf(phrase);
            if (SpeakingNouns.CanSpeak(_around.Words, candidate, _around.Phrases[phrase]))
            {
                Candidates.Add(candidate);
            }
        }
    }
}
