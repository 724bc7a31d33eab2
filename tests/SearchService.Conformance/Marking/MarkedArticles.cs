using System.Text;
using SearchService.Analysis;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Marking;

/// <summary>An article that is read has everything marked that a query matches in it.</summary>
public sealed class MarkedArticles(UsNewsArchives archives)
{
    private static readonly Article Talks = Quoted.Article(
        "talks", "The troops leave soon. “We will leave,” said Zas, +“when the peace is made.” Troops. “Nobody leaves,” he said.", "Stanislav Zas", "") with
    {
        Title = "Troops to leave",
    };

    [Theory]
    [EveryBackend("leave", "[leave] in title; leave leave leaves; 0 1")]
    [EveryBackend("\"will leave\"", "; will leave; 0")]
    [EveryBackend("troops peace", "[Troops] in title; troops peace Troops; 0")]
    [EveryBackend("said:leave", "; leave leaves; 0 1")]
    [EveryBackend("+said:leave +speaker:zas", "; leave; 0")]
    [EveryBackend("speaker:zas", "; ; 0")]
    [EveryBackend("troops -leave", "; ; ")]
    [EveryBackend("troops AND submarine", "; ; ")]
    [EveryBackend("stance:left", "; ; ")]
    public void All_is_marked_that_a_search_would_mark(IBackend backend, string query, string expected)
    {
        using SmallArchive archive = new(backend, Talks, SmallArchive.Article("other", "submarine troops"));
        Assert.Equal(expected, Told(Read(archive, query)));
    }

    [Theory]
    [EveryBackend("leave", "; leave leaves; 0 1")]
    [EveryBackend("\"leave when the peace\"", "; leave, when the peace; 0")]
    [EveryBackend("troops", "; ; ")]
    [EveryBackend("speaker:zas", "; ; 0")]
    [EveryBackend("leave title:troops", "; leave leaves; 0 1")]
    [EveryBackend("leave -peace", "; leaves; 1")]
    public void Read_as_for_quotations_it_is_marked_inside_those_that_are_found(IBackend backend, string query, string expected)
    {
        using SmallArchive archive = new(backend, Talks, SmallArchive.Article("other", "submarine troops"));
        Assert.Equal(expected, Told(Read(archive, query, SearchIn.Quotes)));
    }

    [Theory, EveryBackend]
    public void An_article_that_has_not_all_words_has_those_marked_that_it_has_and_says_so(IBackend backend)
    {
        using SmallArchive archive = new(backend, Talks, SmallArchive.Article("both", "submarine troops"));
        ArticleReading some = Read(archive, "troops submarine");
        Assert.Equal("[Troops] in title; troops Troops; ", Told(some));
        Assert.Equal("some_words_marked", Assert.Single(some.Query.Notices).Code);
        Assert.Equal("text:troops OR text:submarine", some.Query.Read);
        ArticleReading none = Read(archive, "submarine tractor");
        Assert.False(none.Marked.Matches);
        Assert.Empty(none.Query.Notices);
        Assert.Equal("leave leaves", Marked(Read(archive, "leave tractor", SearchIn.Quotes)));
    }

    [Theory, EveryBackend]
    public void No_article_is_none(IBackend backend)
    {
        using SmallArchive archive = new(backend, Talks);
        Assert.Null(new ArticleSearch(archive.Index).Read("Talks", new SearchRequest { Query = "leave" }, SearchIn.Articles, CancellationToken.None));
    }

    [Theory, EveryBackend]
    public void What_passages_mark_is_marked_in_the_whole_text_and_nothing_else_in_them(IBackend backend)
    {
        UsNewsArchive real = archives.On(backend);
        QueryGenerator generator = new(real.Naive.Articles, Seeds.Random());
        int marks = 0;
        for (int i = 0; i < 200; i++)
        {
            SearchRequest request = generator.Request() with { Size = 2, Passages = 20, Facets = [], Quotations = 100 };
            foreach (SearchHit hit in real.Search.Search(request, TestContext.Current.CancellationToken).Hits)
            {
                MarkedArticle article = real.Search.Read(hit.Article.Id, request, SearchIn.Articles, TestContext.Current.CancellationToken)!.Marked;
                Assert.True(article.Matches, request.Query);
                Assert.Equal(hit.TitleHighlights, article.TitleHighlights);
                Assert.Equal(hit.MatchCount, article.Highlights.Length);
                foreach (Passage passage in hit.Passages)
                {
                    (int start, int end) = (passage.Offset, passage.Offset + passage.Text.Length);
                    TextSpan[] inside = [.. article.Highlights.Where(mark => mark.Start >= start && mark.End <= end).Select(mark => new TextSpan(mark.Start - start, mark.End - start))];
                    Assert.True(inside.Length == 0 || inside.SequenceEqual(passage.Highlights), $"{request.Query} in {hit.Article.Id} at {start}");
                    marks += inside.Length;
                }
            }
        }

        Assert.True(marks > 200, $"Only {marks} marks were compared.");
    }

    [Theory, EveryBackend]
    public void A_phrase_is_marked_wherever_a_scan_finds_it(IBackend backend)
    {
        UsNewsArchive real = archives.On(backend);
        Random random = Seeds.Random();
        int marks = 0;
        for (int i = 0; i < 200; i++)
        {
            Article article = real.Naive.Articles[random.Next(real.Naive.Articles.Count)];
            List<(string Term, TextSpan Span)> tokens = Tokens(article.Text);
            int length = random.Next(1, 4);
            if (tokens.Count <= length)
            {
                continue;
            }

            string[] phrase = [.. tokens.Skip(random.Next(tokens.Count - length)).Take(length).Select(token => token.Term)];
            List<TextSpan> expected = [];
            for (int at = 0; at + length <= tokens.Count; at++)
            {
                if (tokens.Skip(at).Take(length).Select(token => token.Term).SequenceEqual(phrase))
                {
                    TextSpan span = new(tokens[at].Span.Start, tokens[at + length - 1].Span.End);
                    if (expected.Count > 0 && span.Start <= expected[^1].End)
                    {
                        expected[^1] = expected[^1] with { End = span.End };
                    }
                    else
                    {
                        expected.Add(span);
                    }
                }
            }

            SearchRequest request = new() { Query = $"text:\"{string.Join(' ', phrase)}\"" };
            ArticleReading reading = real.Search.Read(article.Id, request, SearchIn.Articles, TestContext.Current.CancellationToken)!;
            Assert.True(expected.SequenceEqual(reading.Marked.Highlights), $"{request.Query} in {article.Id}");
            marks += expected.Count;
        }

        Assert.True(marks > 200, $"Only {marks} marks were compared.");
    }

    private static List<(string Term, TextSpan Span)> Tokens(string text)
    {
        List<(string, TextSpan)> tokens = [];
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            tokens.Add((Encoding.UTF8.GetString(reader.Term(TermForm.Written)), new TextSpan(reader.Start, reader.End)));
        }

        return tokens;
    }

    private static ArticleReading Read(SmallArchive archive, string query, SearchIn place = SearchIn.Articles) =>
        new ArticleSearch(archive.Index).Read("talks", new SearchRequest { Query = query }, place, CancellationToken.None)!;

    private static string Told(ArticleReading reading)
    {
        Article article = reading.Marked.Article;
        string title = string.Concat(reading.Marked.TitleHighlights.Select(mark => $"[{article.Title[mark.Start..mark.End]}]"));
        IEnumerable<int> places = reading.Marked.Quotations.Select(hit => article.Quotes.ToList().FindIndex(quote => quote.Span == hit.Quote.Span));
        return $"{title}{(title.Length > 0 ? " in title" : "")}; {Marked(reading)}; {string.Join(' ', places)}";
    }

    private static string Marked(ArticleReading reading) =>
        string.Join(' ', reading.Marked.Highlights.Select(mark => reading.Marked.Article.Text[mark.Start..mark.End]));
}
