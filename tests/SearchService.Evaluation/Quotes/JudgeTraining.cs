using SearchService.Analysis.Trees;
using SearchService.Core.Articles;
using SearchService.Evaluation.Trees;
using SearchService.Quotations.Finding.Attribution;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Evaluation.Quotes;

/// <summary>Grows the trees that judge quoted segments, on articles that people have marked.</summary>
/// <remarks>
/// The odds of a speaker are a feature of what tells speech. Those of trees that saw the article would promise too much, so they come from trees that
/// were grown without its fifth of the articles.
/// </remarks>
internal sealed class JudgeTraining
{
    private const int Folds = 5;

    private static readonly TreeTrainer SpeakerTrainer = new(new TreeTrainer.Options(Trees: 120, Depth: 6, Rate: 0.1, LeastWeight: 2, Regularization: 1, Columns: 0.5));
    private static readonly TreeTrainer SegmentTrainer = new(new TreeTrainer.Options(Trees: 100, Depth: 4, Rate: 0.08, LeastWeight: 2, Regularization: 1, Columns: 0.4));

    private readonly (IReadOnlyList<string> Candidates, IReadOnlyList<string> Segments) _names = JudgeTrees.Names();
    private readonly List<Article> _articles = [];

    /// <summary>Grows the trees.</summary>
    /// <param name="articles">To learn from.</param>
    /// <returns>The three sets as text: speaker, speech, direct.</returns>
    public (string Speaker, string Speech, string Direct) Grow(IReadOnlyList<MarkedArticle> articles)
    {
        _articles.AddRange(articles.Select(static article => new Article(article)));
        string speaker = GrowSpeaker(_articles);
        List<float[]> rows = [];
        List<bool> speech = [];
        List<float[]> spoken = [];
        List<bool> direct = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            BoostedTrees trees = BoostedTrees.Parse(GrowSpeaker([.. _articles.Where((_, index) => index % Folds != fold)]), _names.Candidates);
            foreach (Article article in _articles.Where((_, index) => index % Folds == fold))
            {
                foreach ((float[] row, MarkedQuote gold) in article.SegmentRows(trees))
                {
                    rows.Add(row);
                    speech.Add(gold.IsSpeech);
                    if (gold.IsSpeech)
                    {
                        spoken.Add(row);
                        direct.Add(gold.Kind == "direct");
                    }
                }
            }
        }

        double negatives = (double)speech.Count(static isSpeech => isSpeech) / Math.Max(1, speech.Count(static isSpeech => !isSpeech));
        double[] weights = [.. speech.Select(isSpeech => isSpeech ? 1 : Math.Min(3, negatives))];
        return (speaker, SegmentTrainer.Train([.. rows], [.. speech], weights, _names.Segments),
            SegmentTrainer.Train([.. spoken], [.. direct], [.. direct.Select(static _ => 1.0)], _names.Segments));
    }

    private string GrowSpeaker(IReadOnlyList<Article> articles)
    {
        List<float[]> rows = [];
        List<bool> labels = [];
        foreach ((float[] row, bool label) in articles.SelectMany(static article => article.CandidateRows))
        {
            rows.Add(row);
            labels.Add(label);
        }

        return SpeakerTrainer.Train([.. rows], [.. labels], [.. labels.Select(static _ => 1.0)], _names.Candidates);
    }

    /// <summary>An article with its segments, each with what people say of it.</summary>
    private sealed class Article
    {
        private readonly Surroundings _around = new();
        private readonly CandidateReader _candidates = new();
        private readonly FeatureRow _row = new(null);
        private readonly MarkedQuote?[] _gold;
        private readonly int[] _speakers; // the phrase of the right speaker, or -1

        public Article(MarkedArticle article)
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

        public IEnumerable<(float[] Row, MarkedQuote Gold)> SegmentRows(BoostedTrees speakers)
        {
            int previous = -1;
            SegmentReading? before = null;
            for (int segment = 0; segment < _gold.Length; segment++)
            {
                SegmentFacts facts = new(_around, segment);
                _candidates.Read(_around, segment, previous);
                (_, (double, double) odds) = SegmentJudge.Choose(_candidates, speakers, facts, previous, _row);
                if (_gold[segment] is { } gold)
                {
                    _row.Clear();
                    SegmentJudge.Describe(_around, segment, facts, odds, before, _row);
                    yield return (_row.Values.ToArray(), gold);
                    before = new SegmentReading(-1, -1, gold.IsSpeech ? 2 : -2, gold.Kind switch { "direct" => 2, "mixed" => -2, _ => 0 });
                }

                previous = _speakers[segment] >= 0 ? _speakers[segment] : previous;
            }
        }

        private bool Covers(in Phrase phrase, TextSpan head) =>
            _around.Tokens[phrase.Tokens.Start].Start <= head.Start && _around.Tokens[phrase.Tokens.End - 1].End >= head.End;
    }
}
