using SearchService.Analysis.Trees;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>The trees that judge quoted segments.</summary>
/// <param name="Speaker">Whether a candidate is the speaker.</param>
/// <param name="Speech">Whether a segment is speech.</param>
/// <param name="Direct">Whether speech is whole sentences.</param>
/// <param name="Join">Whether two segments in a row are one utterance.</param>
internal sealed record JudgeTrees(BoostedTrees Speaker, BoostedTrees Speech, BoostedTrees Direct, BoostedTrees Join)
{
    /// <summary>Gets those of the build.</summary>
    public static JudgeTrees Shipped => Holder.Trees;

    /// <summary>Names the features of candidates, of segments and of pairs of segments, in the order in which they are put.</summary>
    public static (IReadOnlyList<string> Candidates, IReadOnlyList<string> Segments, IReadOnlyList<string> Pairs) Names()
    {
        ArticleTokens tokens = new();
        tokens.Read("“It is late,” said Ott. “Good night.”");
        QuotationLanguage language = QuotationLanguage.Of("en");
        SegmentScanner scanner = new();
        scanner.Read(tokens, language);
        Surroundings around = new();
        around.Read(tokens, language, scanner.Segments);
        SegmentFacts facts = new(around, 0);
        CandidateReader candidates = new();
        candidates.Read(around, 0, -1);
        List<string> ofCandidates = [];
        FeatureRow row = new(ofCandidates);
        facts.Describe(row);
        candidates.Describe(0, facts, -1, row);
        List<string> ofSegments = [];
        SegmentJudge.Describe(around, 0, facts, new ChosenSpeaker(candidates.Candidates[0], 0, 0), null, new FeatureRow(ofSegments));
        List<string> ofPairs = [];
        JoinFeatures.Describe(around, 0, 1, default, default, new FeatureRow(ofPairs));
        return (ofCandidates, ofSegments, ofPairs);
    }

    private static class Holder
    {
        public static readonly JudgeTrees Trees = Load();

        private static JudgeTrees Load()
        {
            (IReadOnlyList<string> ofCandidates, IReadOnlyList<string> ofSegments, IReadOnlyList<string> ofPairs) = Names();
            return new JudgeTrees(Parse("speaker.trees", ofCandidates), Parse("speech.trees", ofSegments), Parse("direct.trees", ofSegments), Parse("join.trees", ofPairs));
        }

        private static BoostedTrees Parse(string resource, IReadOnlyList<string> names)
        {
            using Stream stream = typeof(JudgeTrees).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
            using StreamReader reader = new(stream);
            return BoostedTrees.Parse(reader.ReadToEnd(), names);
        }
    }
}
