using SearchService.Ingestion.Extraction.Html;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>The text of an article is found in its page, and nothing else.</summary>
public sealed class MainTextTests
{
    [Fact]
    public void The_paragraphs_of_the_article_are_the_text_and_menu_headline_byline_and_footer_are_not() =>
        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(NewsPages.Article)));

    [Fact]
    public void A_page_without_any_hint_is_read_by_its_text_alone() => Assert.Equal(
        NewsPages.ArticleText,
        NewsPages.TextOf($"<div><div><a href='/a'>Home</a> <a href='/b'>News</a> <a href='/c'>Contact</a></div><div>{NewsPages.Article}</div><div><a href='/d'>Imprint</a></div></div>"));

    [Fact]
    public void Comments_of_readers_are_left_out_even_where_they_are_longer_than_the_article()
    {
        string comment = "<div class='comment'><span class='comment-author'>river_rat</span><p>I walked past that breakwater every day for years and it was obvious that nobody ever looked after it properly.</p></div>";
        string comments = $"<section id='comments'><h2>12 Comments</h2>{string.Concat(Enumerable.Repeat(comment, 12))}</section>";

        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(NewsPages.Article, comments)));
    }

    [Theory]
    [InlineData("<div class='related-stories'><h3>Related stories</h3><ul><li><a href='/1'>Council votes on the new bridge over the Mell</a></li><li><a href='/2'>Ferry timetable changes from Sunday on</a></li></ul></div>")]
    [InlineData("<aside class='newsletter-signup'><p>Sign up for our newsletter and get the day's news in your inbox every morning.</p></aside>")]
    [InlineData("<div class='social-share'><a href='#'>Share on Facebook</a> <a href='#'>Tweet</a> <a href='#'>Send by email</a></div>")]
    [InlineData("<div class='donate-box'><p>Independent journalism needs your support. Please donate today to keep our reporters at work.</p></div>")]
    [InlineData("<div class='ad-slot'><p>Advertisement</p></div>")]
    public void What_stands_between_the_paragraphs_is_left_out(string between)
    {
        int second = NewsPages.Article.IndexOf("</p>", StringComparison.Ordinal) + 4;

        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(NewsPages.Article.Insert(second, between))));
    }

    [Fact]
    public void Other_articles_under_the_page_are_left_out_though_they_are_longer()
    {
        string teaser = "<div class='item'><h3><a href='/x'>Another headline of the Vellmar Courier</a></h3><p>The first lines of another article, which go on for a while so that readers want to know more of it, as such lines do.</p></div>";

        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(NewsPages.Article, $"<div class='bottom'>{string.Concat(Enumerable.Range(0, 8).Select(_ => teaser))}</div>")));
    }

    [Fact]
    public void Paragraphs_that_are_parted_by_line_breaks_are_paragraphs()
    {
        string article = NewsPages.Article.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "<br><br>", StringComparison.Ordinal);

        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(article)));
    }

    [Fact]
    public void Subheadings_lists_and_quotations_of_the_article_are_kept()
    {
        string text = NewsPages.TextOf(NewsPages.Site(NewsPages.Article + """
            <h2>What happens next</h2>
            <p>Three things have to be settled before the harbour can open again, according to the council's engineers:</p>
            <ul><li>the barge must be towed to the dock,</li><li>divers must look at the breakwater,</li><li>the insurers must agree on who pays.</li></ul>
            <blockquote><p>A harbour is a promise that the town makes to every sailor who is out there at night.</p></blockquote>
            <p>Until then ships are sent to Ostermar, some forty miles to the north, where there is room for all of them.</p>
            """));

        Assert.Contains("\n\nWhat happens next\n\n", text, StringComparison.Ordinal);
        Assert.Contains("divers must look at the breakwater,", text, StringComparison.Ordinal);
        Assert.Contains("A harbour is a promise", text, StringComparison.Ordinal);
        Assert.EndsWith("room for all of them.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_hidden_is_left_out()
    {
        string text = NewsPages.TextOf(NewsPages.Site("<p style='display: none'>This paragraph was hidden by the editors of the Courier and no reader has ever seen it.</p>"
            + "<p hidden>Neither has any reader of the Courier seen this one, which is hidden by an attribute of its own.</p>" + NewsPages.Article));

        Assert.Equal(NewsPages.ArticleText, text);
    }

    [Fact]
    public void Where_nothing_is_seen_what_is_hidden_is_read() =>
        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site($"<div style='display:none'>{NewsPages.Article}</div>")));

    [Fact]
    public void Where_a_script_would_build_the_page_its_template_is_read() =>
        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site($"<script type='text/template'>{NewsPages.Article}</script>")));

    [Fact]
    public void Where_nothing_is_there_at_all_the_text_that_the_page_gives_as_data_is_read()
    {
        string data = System.Text.Json.JsonSerializer.Serialize(new { articleBody = NewsPages.ArticleText });

        Assert.Equal(
            NewsPages.ArticleText.Replace("\n\n", " ", StringComparison.Ordinal),
            NewsPages.TextOf($"<html><head><title>Storm</title><script type='application/ld+json'>{data}</script></head><body><div id='app'></div></body></html>"));
    }

    [Fact]
    public void All_slides_of_a_show_are_read_though_one_at_a_time_is_shown()
    {
        string[] slides = NewsPages.Article.Split("</p>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string show = $"<div class='slide shown'>{slides[0]}</p></div><div class='slide' style='display:none'>{slides[1]}</p></div><div class='slide' style='display:none'>{slides[2]}</p></div>";

        Assert.Equal(NewsPages.ArticleText, NewsPages.TextOf(NewsPages.Site(show)));
    }

    [Fact]
    public void A_caption_that_stands_twice_is_said_once_at_most()
    {
        const string Figure = "<figure><img src='q.jpg'><figcaption>Crews pull timber out of the water on Monday.</figcaption></figure>";

        string text = NewsPages.TextOf(NewsPages.Site(Figure + NewsPages.Article + Figure));

        Assert.InRange(text.Split("Crews pull timber").Length - 1, 0, 1);
    }

    [Fact]
    public void Text_of_a_script_without_capitals_or_spaces_is_read()
    {
        string paragraph = "<p>月曜日の嵐で港が閉鎖され、二隻の船が防波堤に衝突したと港湾当局が発表した。けが人はいなかった。復旧には少なくとも二週間かかる見込みで、漁業への影響が心配されている。</p>";
        string other = "<p>町議会は木曜日に古い防波堤を修理するか、新しいものに建て替えるかを決める予定だ。住民からは早期の再開を求める声が上がっている、と地元の新聞は伝えている。</p>";

        Assert.Equal(HtmlFragment.TextOf(paragraph + other), NewsPages.TextOf(NewsPages.Site(paragraph + other)));
    }

    [Fact]
    public void Text_from_right_to_left_is_read()
    {
        string paragraph = "<p>أغلق ميناء المدينة يوم الاثنين بعد أن ضربت عاصفة قوية الساحل، وقال مدير الميناء إن سفينتين اصطدمتا بحاجز الأمواج القديم دون وقوع إصابات بين العاملين.</p>";
        string other = "<p>وسيقرر المجلس البلدي يوم الخميس ما إذا كان سيتم إصلاح الحاجز الذي بني قبل أكثر من مئة عام أو استبداله بحاجز جديد، كما أفادت الصحيفة المحلية.</p>";

        Assert.Equal(HtmlFragment.TextOf(paragraph + other), NewsPages.TextOf(NewsPages.Site($"<div dir='rtl'>{paragraph}{other}</div>")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("<html><head><script>let a = 1;</script></head><body><script>let b = 2;</script></body></html>")]
    [InlineData("<html><frameset cols='20%,80%'><frame src='menu.html'><frame src='text.html'></frameset></html>")]
    [InlineData("<script type='application/ld+json'>{\"articleBody\": [</script>")]
    public void A_page_without_a_text_has_none(string html) => Assert.Equal("", NewsPages.TextOf(html));
}
