using SearchService.Analysis.Trees;
using SearchService.Evaluation.Trees;
using SearchService.Quotations.Finding.Attribution;

namespace SearchService.Evaluation.Quotes;

/// <summary>Grows the trees that judge quoted segments, on articles that people have marked.</summary>
/// <remarks>
/// The odds of a speaker are a feature of what tells speech. Those of trees that saw the article would promise too much, so they come from trees that
/// were grown without its fifth of the articles.
/// </remarks>
internal sealed class JudgeTraining
{
    private const int Folds = 5;

    /// <summary>What nobody says is a tenth of the segments, and counts as much as three of speech.</summary>
    private const double OtherWeight = 3;

    private static readonly TreeTrainer SpeakerTrainer = new(new TreeTrainer.Options(Trees: 80, Depth: 6, Rate: 0.14, LeastWeight: 3, Regularization: 1, Columns: 0.5));
    private static readonly TreeTrainer SegmentTrainer = new(new TreeTrainer.Options(Trees: 120, Depth: 4, Rate: 0.07, LeastWeight: 2, Regularization: 1, Columns: 0.4));

    private readonly (IReadOnlyList<string> Candidates, IReadOnlyList<string> Segments, IReadOnlyList<string> Pairs) _names = JudgeTrees.Names();
    private readonly List<TrainingArticle> _articles = [];

    /// <summary>Grows the trees.</summary>
    /// <param name="articles">To learn from.</param>
    /// <returns>The four sets as text.</returns>
    public GrownTrees Grow(IReadOnlyList<MarkedArticle> articles)
    {
        _articles.AddRange(articles.Select(static article => new TrainingArticle(article)));
        string speaker = GrowSpeaker(_articles);
        BoostedTrees[] speakers = [.. Enumerable.Range(0, Folds).Select(fold => BoostedTrees.Parse(GrowSpeaker([.. WithoutFold(fold)]), _names.Candidates))];
        for (int fold = 0; fold < Folds; fold++)
        {
            foreach (TrainingArticle article in Fold(fold))
            {
                article.Describe(speakers[fold]);
            }
        }

        string speech = GrowSpeech(_articles);
        string direct = GrowDirect(_articles);
        for (int fold = 0; fold < Folds; fold++)
        {
            BoostedTrees speechTrees = BoostedTrees.Parse(GrowSpeech([.. WithoutFold(fold)]), _names.Segments);
            BoostedTrees directTrees = BoostedTrees.Parse(GrowDirect([.. WithoutFold(fold)]), _names.Segments);
            foreach (TrainingArticle article in Fold(fold))
            {
                article.Judge(speakers[fold], speechTrees, directTrees);
            }
        }

        return new GrownTrees(speaker, speech, direct, GrowJoin(_articles));
    }

    private IEnumerable<TrainingArticle> Fold(int fold) => _articles.Where((_, index) => index % Folds == fold);

    private IEnumerable<TrainingArticle> WithoutFold(int fold) => _articles.Where((_, index) => index % Folds != fold);

    private string GrowSpeech(IReadOnlyList<TrainingArticle> articles)
    {
        Segment[] all = [.. articles.SelectMany(static article => article.Segments)];
        return SegmentTrainer.Train([.. all.Select(static s => s.Row)], [.. all.Select(static s => s.Gold.IsSpeech)], [.. all.Select(static s => s.Gold.IsSpeech ? 1 : OtherWeight)], _names.Segments);
    }

    private string GrowDirect(IReadOnlyList<TrainingArticle> articles)
    {
        Segment[] spoken = [.. articles.SelectMany(static article => article.Segments).Where(static s => s.Gold.IsSpeech)];
        return SegmentTrainer.Train([.. spoken.Select(static s => s.Row)], [.. spoken.Select(static s => s.Gold.Kind == "direct")], [.. spoken.Select(static _ => 1.0)], _names.Segments);
    }

    private string GrowJoin(IReadOnlyList<TrainingArticle> articles)
    {
        (float[] Row, bool Label)[] pairs = [.. articles.SelectMany(static article => article.PairRows)];
        return SegmentTrainer.Train([.. pairs.Select(static pair => pair.Row)], [.. pairs.Select(static pair => pair.Label)], [.. pairs.Select(static _ => 1.0)], _names.Pairs);
    }

    private string GrowSpeaker(IReadOnlyList<TrainingArticle> articles)
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
}

/// <summary>The trees as text.</summary>
internal sealed record GrownTrees(string Speaker, string Speech, string Direct, string Join)
{
    /// <summary>Reads them.</summary>
    public JudgeTrees Parse()
    {
        (IReadOnlyList<string> candidates, IReadOnlyList<string> segments, IReadOnlyList<string> pairs) = JudgeTrees.Names();
        return new JudgeTrees(BoostedTrees.Parse(Speaker, candidates), BoostedTrees.Parse(Speech, segments), BoostedTrees.Parse(Direct, segments), BoostedTrees.Parse(Join, pairs));
    }
}
