using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Ingestion.Stories;
using SearchService.TestSupport;

namespace SearchService.Ingestion.Tests.Stories;

public sealed class StoryFinderTests : IDisposable
{
    private readonly StoryFinder _finder = new();
    private readonly Random _random = new(Seeds.Next(nameof(StoryFinderTests)));
    private int _count;

    [Fact]
    public void An_article_is_a_story_of_its_own_unless_one_before_reads_alike()
    {
        string text = Prose.Article(_random, 300);
        Assert.Equal("0", Add(text));
        Assert.Equal("1", Add(Prose.Article(_random, 300)));
        Assert.Equal("0", Add(text));
        Assert.Equal("0", Add("By A Reporter\n\n" + text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData(.1)]
    [InlineData(.2)]
    [InlineData(.3)]
    public void A_text_with_words_changed_all_over_is_the_same_story(double share)
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(_ => Prose.Article(_random, 250))];
        string[] stories = [.. texts.Select(Add)];
        Assert.Equal(stories, texts.Select(text => Add(Prose.Changed(_random, text, share))));
    }

    [Fact]
    public void Cut_texts_and_texts_with_another_beginning_are_the_same_story()
    {
        string text = Prose.Article(_random, 400);
        string lead = Prose.Article(_random, 50);
        string story = Add(text);
        Assert.Equal(story, Add(text[..(text.Length / 2)]));
        Assert.Equal(story, Add(text[(text.Length / 3)..]));
        Assert.Equal(story, Add(lead + "\n\n" + text));
        Assert.Equal(story, Add(lead + "\n\n" + Prose.Changed(_random, text, .2)));
    }

    [Fact]
    public void A_text_whose_paragraphs_changed_places_is_the_same_story()
    {
        string[] paragraphs = Prose.Article(_random, 480).Split("\n\n");
        Assert.Equal(Add(string.Join("\n\n", paragraphs)), Add(string.Join("\n\n", paragraphs.Reverse())));
    }

    [Fact]
    public void Two_reports_that_quote_the_same_speech_are_two_stories()
    {
        string speech = "“" + Prose.Article(_random, 150).Replace("\n\n", " ", StringComparison.Ordinal) + "”";
        string first = Add(Prose.Article(_random, 60) + "\n\n" + speech + "\n\n" + Prose.Article(_random, 60));
        Assert.NotEqual(first, Add(Prose.Article(_random, 50) + "\n\n" + speech + "\n\n" + Prose.Article(_random, 50)));
    }

    [Fact]
    public void Texts_with_the_same_introduction_or_the_same_ending_are_different_stories()
    {
        string notice = Prose.Article(_random, 60);
        string[] stories = [.. Enumerable.Range(0, 20).Select(_ => Add(notice + "\n\n" + Prose.Article(_random, 150) + "\n\n" + notice))];
        Assert.Equal(stories.Length, stories.Distinct().Count());
    }

    [Fact]
    public void An_item_of_a_digest_isnt_the_digest_and_does_not_join_the_others()
    {
        string[] items = [.. Enumerable.Range(0, 10).Select(_ => Prose.Article(_random, 80))];
        string[] stories = [.. items.Select(Add)];
        Assert.Equal("10", Add(string.Join("\n\n", items)));
        Assert.Equal(stories, items.Select(Add));
    }

    [Fact]
    public void Reports_made_from_one_template_with_other_names_and_numbers_are_different_stories()
    {
        string[] stories = [.. Enumerable.Range(0, 30).Select(_ => Add(Weather()))];
        Assert.Equal(stories.Length, stories.Distinct().Count());
    }

    [Fact]
    public void Texts_of_a_few_words_are_stories_of_their_own()
    {
        const string Caption = "Photos of the day: the best pictures of our photographers from around the world.";
        Assert.NotEqual(Add(Caption), Add(Caption));
        Assert.NotEqual(Add(""), Add(""));
    }

    [Fact]
    public void A_chain_of_edits_ends_where_too_little_of_the_first_is_left()
    {
        string text = Prose.Article(_random, 300);
        List<string> stories = [];
        for (int edit = 0; edit < 12; edit++)
        {
            stories.Add(Add(text));
            string[] words = text.Split(' ');
            text = string.Join(' ', words.Skip(30)) + " " + Prose.Article(_random, 30);
        }

        Assert.Equal("0", stories[1]);
        Assert.NotEqual("0", stories[^1]);
        Assert.InRange(stories.Distinct().Count(), 2, 5);
    }

    [Fact]
    public void The_same_articles_in_the_same_order_give_the_same_stories()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => Prose.Article(new Random(i % 60), 120))];
        string[] first = [.. texts.Select(Add)];
        using StoryFinder again = new();
        Assert.Equal(first, texts.Select((text, i) => again.Add(new Article { Id = i.ToString(CultureInfo.InvariantCulture), Text = text })));
    }

    [Fact]
    public void Memory_for_shingles_is_bounded_and_versions_are_still_found()
    {
        using StoryFinder small = new(new StoryOptions { ShingleBytes = 64 << 10 });
        string[] texts = [.. Enumerable.Range(0, 400).Select(_ => Prose.Article(_random, 200))];
        for (int i = 0; i < texts.Length; i++)
        {
            small.Add(new Article { Id = $"{i}", Text = texts[i] });
        }

        Assert.InRange(small.ShingleBytes, 1, 80 << 10);
        int found = texts.Count(text => small.Add(new Article { Id = $"again {_count++}", Text = Prose.Changed(_random, text, .1) }) == $"{Array.IndexOf(texts, text)}");
        Assert.InRange(found, 300, 400);
    }

    [Fact]
    public void Texts_without_spaces_between_words_are_compared_by_characters()
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(_ => (char)('一' + _random.Next(2000))));
        Assert.Equal(Add(text), Add("前書き。" + text[..150]));
        Assert.Equal("2", Add(string.Concat(text.Reverse())));
    }

    [Fact]
    public void Only_so_many_words_of_a_text_are_looked_at()
    {
        using StoryFinder brief = new(new StoryOptions { MostWords = 100 });
        string text = Prose.Article(_random, 100);
        brief.Add(new Article { Id = "a", Text = text + "\n\n" + Prose.Article(_random, 5000) });
        Assert.Equal("a", brief.Add(new Article { Id = "b", Text = text + "\n\n" + Prose.Article(_random, 5000) }));
    }

    public void Dispose() => _finder.Dispose();

    private string Add(string text) => _finder.Add(new Article { Id = (_count++).ToString(CultureInfo.InvariantCulture), Text = text });

    private string Weather()
    {
        int Number(int most) => _random.Next(most);
        string place = Prose.Article(_random, 1), river = Prose.Article(_random, 1), other = Prose.Article(_random, 1);
        return $"The weather for {place} and the valley of the {river}: in the morning there will be clouds with a chance of rain of {Number(100)} per cent, and "
            + $"winds from the {Number(360)} at {Number(60)} kilometres an hour. In the afternoon the sun comes out over {other} and the high will be {Number(40)} degrees, "
            + $"with a low of {Number(20)} in the night. Tomorrow it will be warmer, {Number(40)} degrees in {place} and {Number(40)} in {other}, and on the coast the "
            + $"water has {Number(30)} degrees. Sunrise is at {Number(9)}.{Number(60)} and sunset at {Number(23)}.{Number(60)}; the record for this day is {Number(45)} degrees, of {1900 + Number(100)}.";
    }
}
