using System.Collections.Immutable;
using System.Globalization;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Highlighting;

public sealed class PassageSelectorTests
{
    [Fact]
    public void A_passage_is_a_whole_sentence() =>
        Assert.Equal(["The [war] ended."], Select("Nothing here at all today. The war ended. Nobody knows why they stopped so soon.", 20, "war"));

    [Fact]
    public void Sentences_that_follow_are_shown_while_they_fit() =>
        Assert.Equal(["A [war]. It ended."], Select("Once upon a time. A war. It ended. Everybody went home again.", 20, "war"));

    [Fact]
    public void The_passage_with_most_different_words_comes_first_then_the_one_with_most_matches_then_the_first()
    {
        var text = "War is long. War, war again. Peace ends war. War is wide.";

        Assert.Equal(["[Peace] ends [war].", "[War], [war] again.", "[War] is long.", "[War] is wide."], Select(text, 16, "war", "peace"));
    }

    [Fact]
    public void No_more_are_given_than_asked_for() =>
        Assert.Single(Select("A war. A war. A war.", new PassageOptions { MaxCount = 1, MaxLength = 7 }, "war"));

    [Fact]
    public void A_long_sentence_is_cut_between_words_around_its_matches()
    {
        var text = "It was said by many of those who were there that the war had begun long before anyone in the city had noticed anything of it.";

        Assert.Equal(["were there that the [war] had begun long"], Select(text, 43, "war"));
    }

    [Fact]
    public void A_text_without_matches_shows_its_beginning()
    {
        Assert.Equal(["One. Two."], Select("One. Two. Three is longer.", 12, "war"));
        Assert.Equal(["Words without end that"], Select("Words without end that nobody can read at all.", 23, "war"));
        Assert.Empty(Select("  \n ", 20, "war"));
    }

    [Theory]
    [InlineData("Two", 12, "Two. Three.")]
    [InlineData("Three. Four is", 15, "Three. Four is")]
    [InlineData("long indeed", 18, "is long indeed, it")]
    [InlineData("One", 5, "One.")]
    public void A_text_without_matches_shows_where_the_focus_is(string focus, int maxLength, string expected)
    {
        var text = "One. Two. Three. Four is long indeed, it never ends.";
        var start = text.IndexOf(focus, StringComparison.Ordinal);

        var passages = PassageSelector.Select(text, Find(text, "war"), new PassageOptions { MaxLength = maxLength }, new MatchSpan(start, start + focus.Length));

        Assert.Equal(expected, Assert.Single(passages).Text);
        Assert.Empty(passages[0].Highlights);
    }

    [Fact]
    public void Highlights_are_relative_to_the_passage()
    {
        var text = "Nothing. The war ended. Nothing.";
        var matches = Find(text, "war");

        var passage = Assert.Single(PassageSelector.Select(text, matches, new PassageOptions { MaxLength = 15 }));

        Assert.Equal(new MatchSpan(4, 7), Assert.Single(passage.Highlights));
        Assert.Equal(9, passage.Offset);
        Assert.Equal(text.Substring(9, passage.Text.Length), passage.Text);
    }

    [Fact]
    public void A_phrase_longer_than_a_passage_is_shown_from_its_beginning()
    {
        var text = "He said that once russians are in your house nobody leaves.";
        var query = HighlighterTests.Phrase(0, "once", "russians", "are", "in", "your", "house");
        var matches = Highlighter.Of(query, 3).Find(text, TextAnalyzer.Plain);

        var passage = PassageSelector.Select(text, matches, new PassageOptions { MaxLength = 20 })[0];

        Assert.StartsWith("once russians", passage.Text, StringComparison.Ordinal);
        Assert.Equal(new MatchSpan(0, passage.Text.Length), passage.Highlights[0]);
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦war👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 war e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301")]
    [InlineData("وقال الرئيس إن war الحرب لن تنتهي قريبا")]
    [InlineData("戰爭戰爭戰爭戰爭𠮷𠮷𠮷𠮷 war 戰爭戰爭戰爭戰爭𠮷𠮷𠮷𠮷")]
    public void No_grapheme_is_ever_cut(string text)
    {
        var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        for (var length = 1; length <= text.Length + 1; length++)
        {
            foreach (var passage in PassageSelector.Select(text, Find(text, "war"), new PassageOptions { MaxLength = length }))
            {
                Assert.Contains(passage.Offset, boundaries);
                Assert.Contains(passage.Offset + passage.Text.Length, boundaries);
                Assert.True(passage.Text.Length <= length || new StringInfo(passage.Text).LengthInTextElements == 1);
            }
        }
    }

    [Fact]
    public void Random_texts_give_passages_that_keep_every_promise()
    {
        var random = Seeds.Random();
        string[] words = ["war", "peace", "a", "the", "👍🏽", "naïve", "e\u0301te\u0301", "house.", "end!", "\n", "слово", "שלום"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(80)).Select(_ => words[random.Next(words.Length)]));
            var matches = Find(text, "war", "peace");
            var options = new PassageOptions { MaxCount = random.Next(1, 5), MaxLength = random.Next(12, 120) };

            var passages = PassageSelector.Select(text, matches, options);

            Assert.True(passages.Length <= options.MaxCount);
            Assert.Equal(string.IsNullOrWhiteSpace(text), passages.IsEmpty);
            var ordered = passages.OrderBy(p => p.Offset).ToList();
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.Offset + pair.First.Text.Length <= pair.Second.Offset));
            Assert.All(passages, passage =>
            {
                Assert.Equal(text.Substring(passage.Offset, passage.Text.Length), passage.Text);
                Assert.InRange(passage.Text.Length, 1, options.MaxLength);
                Assert.Equal(
                    matches.Spans.Where(s => s.Start >= passage.Offset && s.End <= passage.Offset + passage.Text.Length),
                    passage.Highlights.Select(h => new MatchSpan(h.Start + passage.Offset, h.End + passage.Offset)));
                Assert.Equal(matches.Spans.IsEmpty, passage.Highlights.IsEmpty);
            });
        }
    }

    private static TextMatches Find(string text, params string[] words) =>
        Highlighter.Of(BooleanQuery.AnyOf(words.Select(HighlighterTests.Word)), 3).Find(text, TextAnalyzer.Plain);

    private static string[] Select(string text, int maxLength, params string[] words) =>
        Select(text, new PassageOptions { MaxCount = 9, MaxLength = maxLength }, words);

    private static string[] Select(string text, PassageOptions options, params string[] words) =>
        [.. PassageSelector.Select(text, Find(text, words), options).Select(Marked)];

    private static string Marked(Passage passage)
    {
        var text = passage.Text;
        ImmutableArray<MatchSpan> highlights = passage.Highlights;
        foreach (var (start, end) in highlights.Reverse())
        {
            text = text.Insert(end, "]").Insert(start, "[");
        }

        return text;
    }
}
