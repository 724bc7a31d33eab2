using SearchService.Analysis.Trees;
using SearchService.Core.Articles;
using SearchService.Quotations.Finding.Attribution;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Evaluation.Quotes;

/// <summary>An article with its segments, each with what people say of it.</summary>
internal sealed class TrainingArticle
{
    private readonly Surroundings _around = new();
    private readonly CandidateReader _candidates = new();
    private readonly FeatureRow _row = new(null);
    private readonly MarkedQuote?[] _gold;
    private readonly int[] _speakers; // the phrase of the right speaker, or -1
    private readonly int[] _utterances; // the direct quotation that people have it in, or -1

    public TrainingArticle(MarkedArticle article)
    {
        ArticleTokens tokens = new();
        tokens.Read(article.Text);
        QuotationLanguage language = QuotationLanguage.Of("en");
        SegmentScanner scanner = new();
        scanner.Read(tokens, language);
        _around.Read(tokens, language, scanner.Segments);
        TextSpan[][] ours = [.. scanner.Segments.Select(segment => new[] { new TextSpan(tokens[segment.First].Start, tokens[segment.Last].End) })];
        int[] pairs = SpanOverlap.Pair(ours, [.. article.Segments.Select(static segment => segment.Parts)]);
        _gold = [.. pairs.Select(pair => pair < 0 ? null : article.Segments[pair])];
        _speakers = new int[_gold.Length];
        _utterances = [.. ours.Select(segment => UtteranceOf(article, segment[0]))];
        int previous = -1;
        for (int segment = 0; segment < _gold.Length; segment++)
        {
            _speakers[segment] = -1;
            if (_gold[segment]?.Speaker is { } speaker)
            {
                TextSpan head = SpeakerHead.Of(tokens, speaker);
                _candidates.Read(_around, segment, previous);
                bool[] right = [.. _candidates.Candidates.Select(candidate => Covers(_around.Phrases[candidate.Phrase], head))];
                if (right.Contains(true))
                {
                    SegmentFacts facts = new(_around, segment);
                    for (int i = 0; i < right.Length; i++)
                    {
                        _row.Clear();
                        facts.Describe(_row);
                        _candidates.Describe(i, facts, previous, _row);
                        CandidateRows.Add((_row.Values.ToArray(), right[i]));
                    }

                    _speakers[segment] = _candidates.Candidates[Array.LastIndexOf(right, true)].Phrase;
                }
            }

            previous = _speakers[segment] >= 0 ? _speakers[segment] : previous;
        }
    }

    public List<(float[] Row, bool Label)> CandidateRows { get; } = [];

    /// <summary>Gets the segments that people have marked in one way or another.</summary>
    public List<Segment> Segments { get; } = [];

    /// <summary>Gets the pairs of segments in a row, and whether they are one utterance.</summary>
    public List<(float[] Row, bool Label)> PairRows { get; } = [];

    /// <summary>Describes the segments.</summary>
    /// <param name="speakers">Grown without this article.</param>
    public void Describe(BoostedTrees speakers)
    {
        int previous = -1;
        SegmentReading? before = null;
        for (int segment = 0; segment < _gold.Length; segment++)
        {
            SegmentFacts facts = new(_around, segment);
            _candidates.Read(_around, segment, previous);
            ChosenSpeaker chosen = SegmentJudge.Choose(_candidates, speakers, facts, previous, _row);
            if (_gold[segment] is { } gold)
            {
                SegmentJudge.Describe(_around, segment, facts, chosen, before, _row);
                Segments.Add(new Segment(_row.Values.ToArray(), gold));
                before = new SegmentReading(-1, -1, gold.IsSpeech ? 2 : -2, gold.Kind switch { "direct" => 2, "mixed" => -2, _ => 0 });
            }

            previous = _speakers[segment] >= 0 ? _speakers[segment] : previous;
        }
    }

    /// <summary>Judges the segments, and describes pairs of those that are whole sentences.</summary>
    /// <param name="speakers">Grown without this article, as the others.</param>
    /// <param name="speech">Tell speech.</param>
    /// <param name="direct">Tell whole sentences.</param>
    public void Judge(BoostedTrees speakers, BoostedTrees speech, BoostedTrees direct)
    {
        foreach (Segment segment in Segments)
        {
            segment.Speech = speech.LogOdds(segment.Row);
            segment.Direct = direct.LogOdds(segment.Row);
        }

        List<SegmentReading> readings = [];
        new SegmentJudge(new JudgeTrees(speakers, speech, direct, BoostedTrees.Parse("= -1", []))).Read(_around, readings);
        int spoken = -1;
        for (int segment = 0; segment < _gold.Length; segment++)
        {
            if (spoken >= 0 && _utterances[segment] >= 0 && _utterances[spoken] >= 0 && !_around.Segments[segment].Continues
                && SegmentJudge.CanJoin(_around, spoken, segment, readings[spoken], readings[segment]))
            {
                _row.Clear();
                JoinFeatures.Describe(_around, spoken, segment, readings[spoken], readings[segment], _row);
                PairRows.Add((_row.Values.ToArray(), _utterances[segment] == _utterances[spoken]));
            }

            spoken = readings[segment].IsSpeech ? segment : spoken;
        }
    }

    private static int UtteranceOf(MarkedArticle article, TextSpan segment)
    {
        for (int i = 0; i < article.Attributions.Count; i++)
        {
            if (article.Attributions[i].Kind == "direct" && article.Attributions[i].Parts.Any(part => part.Start <= segment.Start + 1 && part.End >= segment.End - 1))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Covers(in Phrase phrase, TextSpan head) =>
        _around.Tokens[phrase.Tokens.Start].Start <= head.Start && _around.Tokens[phrase.Tokens.End - 1].End >= head.End;
}

/// <summary>A quoted segment to learn from.</summary>
internal sealed class Segment(float[] row, MarkedQuote gold)
{
    /// <summary>Gets its features.</summary>
    public float[] Row => row;

    /// <summary>Gets what people say of it.</summary>
    public MarkedQuote Gold => gold;

    /// <summary>Gets or sets what trees say of it that were grown without its article: the odds that it is speech.</summary>
    public double Speech { get; set; }

    /// <summary>Gets or sets the same of whole sentences.</summary>
    public double Direct { get; set; }
}
