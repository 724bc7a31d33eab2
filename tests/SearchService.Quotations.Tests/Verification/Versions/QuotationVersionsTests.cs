using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Quotations.Verification.Differences;
using SearchService.Quotations.Verification.Versions;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Verification.Versions;

public sealed class QuotationVersionsTests
{
    private const string Whole = "We shall lower every lantern on the eastern quay until the last grain barge has paid its toll";

    // Rarity is what makes words tell: without articles that lack them none is rare.
    private static readonly Article[] Others = [.. Enumerable.Range(0, 60).Select(static number =>
        Invented.Article($"other {number}", $"[Nothing of note number {number} was said on this day by anyone.]|", "2021-01-01", $"Clerk {number}"))];

    [Fact]
    public void Same_words_cut_extended_and_changed_are_one_quotation()
    {
        Article[] carriers =
        [
            Invented.Article("whole", $"[{Whole},]| he said.", "2022-03-02", stance: "critical"),
            Invented.Article("again", $"[{Whole}!]|", "2022-03-03", stance: "state"),
            Invented.Article("cut", "[lower every lantern on the eastern quay until the last grain barge]|", "2022-03-01", "the harbour office", stance: "critical"),
            Invented.Article("extended", $"[{Whole}. Nobody leaves before dawn.]|", "2022-03-05"),
            Invented.Article("changed", $"[{Whole.Replace("grain barge", "salt barge", StringComparison.Ordinal)}.]|", "2022-03-04"),
            Invented.Article("unlike", "[The lanterns of the western pier were sold long ago to pay for bread]|", "2022-03-02"),
        ];
        QuotationCluster cluster = Find(carriers, "again");
        Assert.Equal(["again", "changed", "cut", "extended", "whole"], Ids(cluster));
        Assert.Equal("extended", Assert.Single(cluster.Reference.Quotations).Article.Id);
        Assert.Equal("cut", cluster.First.Article.Id);
        Assert.Equal(["whole", "again"], cluster.Versions[0].Quotations.Select(static quotation => quotation.Article.Id));
        Assert.Equal([("critical", 1), ("state", 1)], cluster.Versions[0].ByStance);
        Assert.False(cluster.Partial);
        DifferencePart[] changes = [.. cluster.Versions.Single(static version => version.Quotations[0].Article.Id == "changed").Difference.Parts.Where(static part => part.Kind != DifferenceKind.Kept)];
        Assert.Equal([DifferenceKind.Replaced, DifferenceKind.Dropped], changes.Select(static change => change.Kind));
    }

    [Theory]
    [InlineData("2022-03-02", "Mira Tal", true)]
    [InlineData("2022-03-02", "Oke Lund", false)]
    [InlineData("2022-09-02", "Mira Tal", false)]
    public void What_many_say_is_one_quotation_only_of_one_speaker_about_the_same_time(string date, string speaker, bool same)
    {
        Article[] carriers =
        [
            Invented.Article("one", "[That is what we know today]|", "2022-03-01"),
            Invented.Article("two", "[That is what we know today]|", date, speaker),
        ];
        // Every one of these words is in most articles.
        Article[] archive = [.. carriers, .. Enumerable.Range(0, 40).Select(static number => new Article { Id = $"{number}", Text = "today we know that, and what that is we know" })];
        QuotationCluster cluster = new QuotationVersions(new ScannedArchive(archive)).Find(QuotationId.Of("one", carriers[0].Quotes[0]), out _, default)!;
        Assert.Equal(same ? 2 : 1, cluster.Count);
    }

    [Fact]
    public void A_slogan_does_not_join_the_speeches_it_was_in()
    {
        const string Slogan = "lower every lantern";
        Article[] carriers =
        [
            Invented.Article("first speech", $"[My friends of the upper town, when I am harbour master we will {Slogan} and every ferry shall sail on time]|", "2022-01-01"),
            Invented.Article("slogan", $"[{Slogan}]|", "2022-01-02"),
            Invented.Article("second speech", $"[Bread was never so dear as under the wardens, which is why I ask you to come on Sunday and {Slogan}]|", "2022-08-01"),
        ];
        Assert.Equal(["second speech"], Ids(Find(carriers, "second speech")));
    }

    [Fact]
    public void The_answer_is_the_same_for_every_member()
    {
        Random random = Seeds.Random();
        string[] words = [.. Enumerable.Range(0, 40).Select(static number => $"word{number}")];
        for (int round = 0; round < 8; round++)
        {
            string speech = string.Join(' ', Enumerable.Range(0, 60).Select(_ => words[random.Next(words.Length)]));
            Article[] carriers = [.. Enumerable.Range(0, 8).Select(number => Invented.Article($"{number}", $"[{Cut(random, speech)}]|", $"2022-03-{random.Next(1, 9):00}", random.Next(2) == 0 ? "Mira Tal" : "Oke Lund"))];
            string[][] answers = [.. carriers.Select(carrier => Ids(Find(carriers, carrier.Id)))];
            foreach ((Article carrier, string[] answer) in carriers.Zip(answers))
            {
                Assert.Contains(carrier.Id, answer);
                Assert.All(answer, member => Assert.Equal(answer, answers[int.Parse(member)]));
            }
        }
    }

    [Fact]
    public void A_limit_that_is_met_is_told()
    {
        Article[] carriers = [.. Enumerable.Range(0, 5).Select(static number => Invented.Article($"{number}", $"[{Whole}]|", "2022-03-01"))];
        QuotationVersions versions = new(new ScannedArchive([.. carriers, .. Others]), new VersionLimits { MaxQuotations = 3 });
        QuotationCluster cluster = versions.Find(QuotationId.Of("2", carriers[2].Quotes[0]), out _, default)!;
        Assert.True(cluster.Partial);
        Assert.Equal(3, cluster.Count);
    }

    [Fact]
    public void A_quotation_that_is_not_there_has_no_versions() =>
        Assert.Null(new QuotationVersions(new ScannedArchive(Others)).Find("none", out IndexState _, default));

    private static string Cut(Random random, string speech)
    {
        string[] words = speech.Split(' ');
        int first = random.Next(words.Length / 2);
        string[] kept = words[first..(first + random.Next(3, words.Length / 2))];
        kept[random.Next(kept.Length)] = "otherwise";
        return string.Join(' ', kept);
    }

    private static QuotationCluster Find(Article[] carriers, string id) => new QuotationVersions(new ScannedArchive([.. carriers, .. Others]))
        .Find(QuotationId.Of(id, carriers.Single(article => article.Id == id).Quotes[0]), out _, default)!;

    private static string[] Ids(QuotationCluster cluster) =>
        [.. cluster.Versions.SelectMany(static version => version.Quotations).Select(static quotation => quotation.Article.Id).Order(StringComparer.Ordinal)];
}
