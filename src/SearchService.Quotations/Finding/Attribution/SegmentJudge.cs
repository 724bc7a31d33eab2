using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>Says of each quoted segment whether it is speech, whether whole sentences, which phrase names the speaker, and whether it goes on with the one before.</summary>
/// <remarks>
/// Four sets of trees, grown by <c>make evaluate ONLY=quote-trees</c> on articles that people have marked, weigh what rules and word lists have
/// found (<c>docs/adr/0022</c>). Reusable, for one thread.
/// </remarks>
internal sealed class SegmentJudge
{
    /// <summary>Tokens between two segments of one utterance.</summary>
    private const int MostBetween = 60;

    /// <summary>What a candidate may lack to the best after a quarter of the trees, and be looked at further.</summary>
    private const double Hopeless = 1.5;

    /// <summary>The odds of what needs no weighing.</summary>
    private const double Sure = 3;

    /// <summary>The odds of a phrase that is taken for the speaker rather than none.</summary>
    private const double LeastOfSpeaker = -2.5;

    private readonly CandidateReader _candidates = new();
    private readonly FeatureRow _row = new(null);
    private readonly JudgeTrees _trees;

    /// <summary>Initializes a new instance of the <see cref="SegmentJudge"/> class.</summary>
    /// <param name="trees">Those shipped, or others to try.</param>
    public SegmentJudge(JudgeTrees trees) => _trees = trees;

    /// <summary>Gets how many candidates have been looked at so far, for tests of what it costs.</summary>
    public long Looks { get; private set; }

    /// <summary>Judges all segments of an article.</summary>
    /// <param name="around">The article.</param>
    /// <param name="readings">Gets one for each segment.</param>
    public void Read(Surroundings around, List<SegmentReading> readings)
    {
        readings.Clear();
        int previous = -1;
        int spoken = -1; // the last segment that is speech
        for (int segment = 0; segment < around.Segments.Count; segment++)
        {
            SegmentReading reading = Judge(around, segment, previous, readings);
            if (around.Segments[segment].Continues && segment > 0)
            {
                // One quotation in several paragraphs: who speaks is told in one of them.
                reading = (readings[^1].Speech >= reading.Speech ? readings[^1] : reading) with { GoesOn = true };
            }
            else if (spoken >= 0 && CanJoin(around, spoken, segment, readings[spoken], reading))
            {
                _row.Clear();
                JoinFeatures.Describe(around, spoken, segment, readings[spoken], reading, _row);
                reading = reading with { GoesOn = _trees.Join.LogOdds(_row.Values) > 0 };
            }

            readings.Add(reading);
            if (around.Segments[segment].Continues && !(segment + 1 < around.Segments.Count && around.Segments[segment + 1].Continues))
            {
                Spread(around, segment, readings);
            }

            spoken = reading.IsSpeech ? segment : spoken;
            previous = reading is { IsSpeech: true, Phrase: >= 0 } ? reading.Phrase : previous;
        }
    }

    /// <summary>Puts what tells speech from the rest, and whole sentences from words.</summary>
    /// <param name="around">The article.</param>
    /// <param name="segment">The segment's number.</param>
    /// <param name="facts">Of the segment.</param>
    /// <param name="chosen">The candidate for the speaker.</param>
    /// <param name="before">What was made of the segment before; none before the first.</param>
    /// <param name="row">Gets the features.</param>
    public static void Describe(Surroundings around, int segment, in SegmentFacts facts, in ChosenSpeaker chosen, SegmentReading? before, FeatureRow row)
    {
        row.Clear();
        facts.Describe(row);
        facts.DescribeWords(row);
        row.Put("speaker", chosen.Odds);
        row.Put("speaker_second", chosen.Second);
        DescribeChosen(around, around.Segments[segment], chosen.Candidate, row);
        row.Put("before_speech", before?.Speech ?? 0);
        row.Put("before_direct", before?.Direct ?? 0);
        row.Put("before_paragraphs", segment == 0 ? 9 : Math.Min(9, around.ParagraphOf(segment) - around.ParagraphOf(segment - 1)));
    }

    /// <summary>Scores the candidates of a segment.</summary>
    /// <param name="candidates">They.</param>
    /// <param name="trees">Of speakers.</param>
    /// <param name="facts">Of the segment.</param>
    /// <param name="previous">The phrase that names the speaker of the segment before, or -1.</param>
    /// <param name="row">Is used.</param>
    /// <returns>The best.</returns>
    public static ChosenSpeaker Choose(CandidateReader candidates, BoostedTrees trees, in SegmentFacts facts, int previous, FeatureRow row)
    {
        int best = -1;
        double odds = -20;
        double second = -20;
        double early = double.NegativeInfinity;
        int first = trees.Count / 4;
        row.Clear();
        facts.Describe(row);
        int shared = row.Count;
        for (int i = 0; i < candidates.Candidates.Count; i++)
        {
            row.KeepFirst(shared);
            candidates.Describe(i, facts, previous, row);
            double score = trees.LogOdds(row.Values, 0, first);
            if (score >= early - Hopeless)
            {
                early = Math.Max(early, score);
                score += trees.LogOdds(row.Values, first, trees.Count);
            }

            if (score > odds)
            {
                second = odds;
                odds = score;
                best = i;
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return new ChosenSpeaker(best < 0 ? new Candidate(-1, CueLink.None, CueLink.None) : candidates.Candidates[best], odds, second);
    }

    /// <summary>
    /// Whether two segments with no speech between them may be one utterance at all: whole sentences, in the same paragraph or the next.
    /// </summary>
    public static bool CanJoin(Surroundings around, int first, int second, in SegmentReading before, in SegmentReading reading) =>
        before is { IsSpeech: true, IsDirect: true } && reading is { IsSpeech: true, IsDirect: true }
        && around.ParagraphOf(second) - around.ParagraphOf(first) <= 1
        && around.Segments[second].First - around.Segments[first].Last < MostBetween;

    /// <summary>Gives all paragraphs of a quotation what is known best, which the last one has.</summary>
    private static void Spread(Surroundings around, int last, List<SegmentReading> readings)
    {
        int segment = last;
        while (segment > 0 && around.Segments[segment].Continues)
        {
            segment--;
            readings[segment] = readings[last] with { GoesOn = readings[segment].GoesOn };
        }
    }

    private SegmentReading Judge(Surroundings around, int segment, int previous, List<SegmentReading> readings)
    {
        SegmentFacts facts = new(around, segment);
        _candidates.Read(around, segment, previous);
        ChosenSpeaker chosen = Choose(_candidates, _trees.Speaker, facts, previous, _row);
        Looks += _candidates.Candidates.Count;
        Describe(around, segment, facts, chosen, readings.Count > 0 ? readings[^1] : null, _row);
        double speech = _trees.Speech.LogOdds(_row.Values);
        double direct = _trees.Direct.LogOdds(_row.Values);
        if (facts.HasDashAndCue)
        {
            speech = Math.Max(speech, Sure);
            direct = Math.Max(direct, Sure);
        }

        Candidate candidate = chosen.Candidate;
        if (candidate.Phrase < 0 || chosen.Odds < LeastOfSpeaker)
        {
            return new SegmentReading(-1, -1, speech, direct);
        }

        return new SegmentReading(candidate.Phrase, CueOf(around, candidate, around.Segments[segment]), speech, direct);
    }

    private static void DescribeChosen(Surroundings around, in QuotedSegment quoted, in Candidate candidate, FeatureRow row)
    {
        bool any = candidate.Phrase >= 0;
        Phrase phrase = any ? around.Phrases[candidate.Phrase] : default;
        row.Put("chosen", "kind", any ? (int)phrase.Kind : -1);
        row.Put("chosen", "order", phrase.Order);
        row.Put("chosen", "owns_speech", phrase.OwnsSpeech);
        row.Put("chosen", "is_before", any && phrase.Tokens.End <= quoted.First);
        row.Put("chosen", "sentences", any ? Math.Min(9, Math.Abs(around.Tokens[quoted.First].Sentence - around.Tokens[phrase.Tokens.Start].Sentence)) : 9);
        row.Put("chosen", "next_cue", candidate.After.Strength);
        row.Put("chosen", "next_cue_distance", candidate.After.Distance);
        row.Put("chosen", "next_cue_side", candidate.After.Token < 0 ? 0 : candidate.After.Token < quoted.First ? -1 : 1);
        row.Put("chosen", "next_cue_to_mark", candidate.After.Token < 0 ? 40 : Math.Min(40, Math.Abs(quoted.First - candidate.After.Token)));
        row.Put("chosen", "last_cue", candidate.Before.Strength);
        row.Put("chosen", "last_cue_distance", candidate.Before.Distance);
    }

    /// <summary>The closer of a speaker's cues: after "Ott" in "Ott said", before it in "said Ott".</summary>
    private static int CueOf(Surroundings around, in Candidate candidate, in QuotedSegment quoted)
    {
        Phrase phrase = around.Phrases[candidate.Phrase];
        if (phrase.OwnsSpeech)
        {
            for (int token = phrase.Tokens.End; token < around.Tokens.Sentence(around.Tokens[phrase.Tokens.Start].Sentence).End; token++)
            {
                if (around.Words.Is(token, WordRoles.SpeechNoun))
                {
                    return token;
                }
            }
        }

        (CueLink after, CueLink before) = (candidate.After, candidate.Before);
        bool inverted = before.Strength >= 2 && before.Commas == 0 && before.Nouns <= 1
            && (before.Strength == 3 || after.Strength < 2 || after.Distance > before.Distance || phrase.Tokens.Start > quoted.Last);
        return inverted && !(after.Strength == 2 && after.Distance == 0) ? before.Token : after.Token >= 0 ? after.Token : before.Token;
    }
}
