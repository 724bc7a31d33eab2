using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification;
using SearchService.Quotations.Verification.Differences;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Verification;

public sealed class TextVerifierTests
{
    private static readonly Article[] Harbour =
    [
        Invented.Article("late", "The mayor spoke. [The harbour chain will not be raised before the autumn storms.]| Nobody asked why.", "2022-03-02"),
        Invented.Article("early", "[The Harbour chain will not be raised before the autumn storms,]| she told the wardens.", "2022-03-01"),
        Invented.Article("dateless", "Wardens repeat that the harbour chain will not be raised before the autumn storms, whatever comes."),
        Invented.Article("interrupted", "[Whoever counts the lanterns,] said the keeper, [must also answer for the dark.]|", "2022-04-01", "Oke Lund"),
        Invented.Article("other", "The ferry runs at nine. Bread costs what it did. The keeper of lanterns had nothing to add to the bread.", "2022-05-01"),
    ];

    [Theory]
    [InlineData("the harbour chain will not be raised before the autumn storms")]
    [InlineData("“The HARBOUR chain — will not be raised before the autumn storms!”")]
    public void What_is_verbatim_is_found_everywhere_first_by_date(string text)
    {
        VerificationResponse response = Verify(text);
        Assert.Equal(Verdict.Verbatim, response.Verdict);
        Assert.Equal((3, true), (response.Total, response.Exact));
        Assert.Equal(["early", "late", "dateless"], response.Places.Select(static place => place.Article.Id));
        Assert.Equal("The Harbour chain will not be raised before the autumn storms", response.Places[0].Words);
        Assert.Equal("Mira Tal", response.Places[1].Quotation?.Speaker);
        Assert.Null(response.Places[2].Quotation);
    }

    [Fact]
    public void Filters_choose_where_to_look()
    {
        Article elsewhere = Invented.Article("elsewhere", "The harbour chain will not be raised before the autumn storms.", source: "Courier");
        VerificationRequest request = new()
        {
            Text = "chain will not be raised before the autumn",
            Filters = [new FacetFilter(FacetFields.Source, ["Courier"], [])],
        };
        VerificationResponse response = new TextVerifier(new ScannedArchive([.. Harbour, elsewhere])).Verify(request, default);
        Assert.Equal("elsewhere", Assert.Single(response.Places).Article.Id);
    }

    [Fact]
    public void Words_in_a_headline_are_found_there()
    {
        Article headline = new() { Id = "headline", Title = "Nobody raises the chain", Text = "A report." };
        VerifiedPlace place = Assert.Single(new TextVerifier(new ScannedArchive(headline)).Verify(new VerificationRequest { Text = "raises the chain" }, default).Places);
        Assert.True(place.InTitle);
        Assert.Equal("raises the chain", place.Words);
    }

    [Fact]
    public void What_a_reporter_says_between_may_be_left_out()
    {
        VerificationResponse response = Verify("Whoever counts the lanterns must also answer for the dark");
        Assert.Equal(Verdict.Verbatim, response.Verdict);
        VerifiedPlace place = Assert.Single(response.Places);
        Assert.Equal(PlaceOmission.Reporter, place.Omission);
        Assert.Equal("Whoever counts the lanterns … must also answer for the dark", place.Words);
        Assert.Equal("Oke Lund", place.Quotation?.Speaker);
    }

    [Theory]
    [InlineData("Whoever counts the lanterns … must answer for the dark", Verdict.Altered)]
    [InlineData("counts the lanterns … answer for the dark", Verdict.Verbatim)]
    [InlineData("counts the lanterns [...] answer for the dark", Verdict.Verbatim)]
    [InlineData("answer for the dark … counts the lanterns", Verdict.Altered)]
    public void Dots_stand_for_what_is_left_out_in_order(string text, Verdict verdict)
    {
        VerificationResponse response = Verify(text);
        Assert.Equal(verdict, response.Verdict);
        Assert.Equal("interrupted", response.Places[0].Article.Id);
        Assert.True(verdict != Verdict.Verbatim || response.Places[0].Omission == PlaceOmission.Marked);
    }

    [Fact]
    public void Dots_do_not_join_paragraphs()
    {
        Article two = new() { Id = "two", Text = "The chain is rusty and old.\n\nThe storms come in autumn." };
        Assert.NotEqual(Verdict.Verbatim, new TextVerifier(new ScannedArchive(two)).Verify(new VerificationRequest { Text = "the chain is rusty … storms come in autumn" }, default).Verdict);
        Article one = two with { Text = two.Text.Replace("\n\n", " ", StringComparison.Ordinal) };
        Assert.Equal(Verdict.Verbatim, new TextVerifier(new ScannedArchive(one)).Verify(new VerificationRequest { Text = "the chain is rusty … storms come in autumn" }, default).Verdict);
    }

    [Fact]
    public void An_altered_text_names_the_words_that_differ_from_the_first_that_had_them()
    {
        const string Text = "The harbour chain will never be raised before autumn storms";
        VerificationResponse response = Verify(Text);
        Assert.Equal(Verdict.Altered, response.Verdict);
        VerifiedPlace first = response.Places[0];
        Assert.Equal("early", first.Article.Id);
        DifferencePart[] changes = [.. first.Difference!.Parts.Where(static part => part.Kind != DifferenceKind.Kept)];
        Assert.Equal([DifferenceKind.Replaced, DifferenceKind.Dropped], changes.Select(static change => change.Kind));
        Assert.Equal(("never", "not"), (Of(Text, changes[0].Given), Of(first.Article.Text, changes[0].Found)));
        Assert.Equal("the", Of(first.Article.Text, changes[1].Found));
    }

    [Fact]
    public void A_text_altered_across_what_a_reporter_says_is_compared_with_the_words_spoken()
    {
        VerifiedPlace first = Verify("Whoever counts the lanterns must also pay for the dark").Places[0];
        Assert.Equal("interrupted", first.Article.Id);
        Assert.Equal(PlaceOmission.Reporter, first.Omission);
        Assert.Equal([DifferenceKind.Replaced], first.Difference!.Parts.Select(static part => part.Kind).Where(static kind => kind != DifferenceKind.Kept));
    }

    [Theory]
    [InlineData("A violin teacher was acquitted of smuggling cheese")]
    [InlineData("xylophone")]
    [InlineData("中文沒有這個詞")]
    public void What_nobody_wrote_is_absent(string text)
    {
        VerificationResponse response = Verify(text);
        Assert.Equal(Verdict.Absent, response.Verdict);
        Assert.Empty(response.Places);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \"…\" !")]
    public void A_text_without_words_is_refused(string text) =>
        Assert.Equal("no_words", Assert.Throws<InvalidRequestException>(() => Verify(text)).Code);

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_the_limit_named()
    {
        Assert.Contains("MaxLengthInCharacters", Assert.Throws<InvalidRequestException>(() => Verify(new string('a', 1_000_000))).Message, StringComparison.Ordinal);
        InvalidRequestException words = Assert.Throws<InvalidRequestException>(() => Verify(string.Concat(Enumerable.Repeat("a ", 9_000))));
        Assert.Equal("text_too_long", words.Code);
        Assert.Contains("MaxWords", words.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_places_than_the_limit_are_refused() =>
        Assert.Equal("out_of_range", Assert.Throws<InvalidRequestException>(() => new TextVerifier(new ScannedArchive(Harbour)).Verify(new VerificationRequest { Text = "a", Size = 1_001 }, default)).Code);

    [Fact]
    public void Words_in_other_scripts_are_compared_as_they_are()
    {
        Article russian = new() { Id = "ru", Text = "Министр сказал: «Мы не поднимем цепь до осенних штормов».", Language = "ru" };
        TextVerifier verifier = new(new ScannedArchive(russian));
        Assert.Equal(Verdict.Verbatim, verifier.Verify(new VerificationRequest { Text = "мы не поднимем ЦЕПЬ до осенних штормов" }, default).Verdict);
        VerificationResponse altered = verifier.Verify(new VerificationRequest { Text = "мы не поднимем цепи до осенних штормов" }, default);
        Assert.Equal(Verdict.Altered, altered.Verdict);
        Assert.Contains(altered.Places[0].Difference!.Parts, static part => part.Kind == DifferenceKind.Inflected);
    }

    [Fact]
    public void Repeated_words_are_found_at_every_place()
    {
        Article repeated = new() { Id = "again", Text = "No no no no, he said. No no." };
        VerificationResponse response = new TextVerifier(new ScannedArchive(repeated)).Verify(new VerificationRequest { Text = "no no" }, default);
        Assert.Equal(1, response.Total);
        Assert.Equal([(0, 5), (3, 8), (6, 11), (22, 27)], response.Places.Select(static place => (place.Span.Start, place.Span.End)));
    }

    [Fact]
    public void What_is_verbatim_is_what_a_naive_scan_finds()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 200; round++)
        {
            Article[] articles = [.. Enumerable.Range(0, 5).Select(number => new Article { Id = $"{number}", Text = Words(random, 30) })];
            ScannedArchive archive = new(articles);
            string text = Words(random, random.Next(1, 6));
            string[] needle = archive.Terms(text);
            int expected = articles.Count(article => ScannedArchive.IndexOf(archive.Terms(article.Text), needle) >= 0);
            VerificationResponse response = new TextVerifier(archive).Verify(new VerificationRequest { Text = text }, default);
            Assert.Equal(expected, response.Total);
            Assert.Equal(expected > 0, response.Verdict == Verdict.Verbatim);
            Assert.All(response.Places.Where(static place => place.Difference is null), place => Assert.Equal(needle, archive.Terms(place.Words)));
        }
    }

    [Fact]
    public void A_backend_that_knows_no_quotations_is_not_asked_for_them()
    {
        ScannedArchive archive = new(Harbour) { Capabilities = new BackendCapabilities() };
        Assert.Equal(Verdict.Altered, new TextVerifier(archive).Verify(new VerificationRequest { Text = "Whoever counts the lanterns must also pay for the dark" }, default).Verdict);
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => "abc"[random.Next(3)]));

    private static string? Of(string text, TextSpan? span) => span is { } at ? text[at.Start..at.End] : null;

    private static VerificationResponse Verify(string text) => new TextVerifier(new ScannedArchive(Harbour)).Verify(new VerificationRequest { Text = text }, default);
}
