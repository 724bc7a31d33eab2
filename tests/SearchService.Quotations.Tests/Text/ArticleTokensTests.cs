using SearchService.Quotations.Text;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Text;

public sealed class ArticleTokensTests
{
    [Fact]
    public void Words_numbers_marks_and_punctuation_are_tokens()
    {
        ArticleTokens tokens = Read("“It’s 3.5 km,” Mayor Ott’s aide said.");
        Assert.Equal(["“", "It’s", "3.5", "km", ",", "”", "Mayor", "Ott’s", "aide", "said", "."], Words(tokens));
        Assert.Equal(TokenKind.Quotation, tokens[0].Kind);
        Assert.Equal(TokenKind.Word, tokens[1].Kind);
        Assert.Equal(TokenKind.Number, tokens[2].Kind);
        Assert.Equal(TokenKind.Punctuation, tokens[4].Kind);
        Assert.True(tokens[6].IsCapitalised);
        Assert.False(tokens[8].IsCapitalised);
        Assert.True(tokens[6].FollowsSpace);
        Assert.False(tokens[5].FollowsSpace);
        Assert.Equal("Ott", tokens.WithoutPossessive(7));
    }

    [Fact]
    public void Sentences_and_paragraphs_are_ranges_of_tokens()
    {
        ArticleTokens tokens = Read("The ferry left. Nobody saw it.\n\nMr. Ott did.\nA crab too.");
        Assert.Equal(4, tokens.SentenceCount);
        Assert.Equal(3, tokens.ParagraphCount);
        Assert.Equal("Nobody saw it.", tokens.Of(tokens.Sentence(1)));
        Assert.Equal("Mr. Ott did.", tokens.Of(tokens.Paragraph(1)));
        Assert.Equal(0, tokens.ParagraphOf(tokens.Sentence(1).Start));
        Assert.Equal(2, tokens.ParagraphOf(tokens.Count - 1));
        Assert.True(tokens.StartsSentence(tokens.Sentence(1).Start));
        Assert.False(tokens.StartsSentence(tokens.Sentence(1).Start + 1));
    }

    [Fact]
    public void A_line_broken_inside_a_sentence_ends_no_paragraph()
    {
        Assert.Equal(1, Read("The ferry left\nthe harbour.").ParagraphCount);
    }

    [Fact]
    public void A_token_is_found_by_an_offset()
    {
        ArticleTokens tokens = Read("The ferry left.");
        Assert.Equal(0, tokens.At(0));
        Assert.Equal(1, tokens.At(3));
        Assert.Equal(1, tokens.At(4));
        Assert.Equal(3, tokens.At(14));
        Assert.Equal(4, tokens.At(15));
    }

    [Fact]
    public void Marks_of_direction_are_part_of_no_token()
    {
        Assert.Equal(["\"", "שלום", "\"", "he", "said"], Words(Read("\u200F\"\u200Fשלום\u200F\"\u200F he said")));
    }

    [Fact]
    public void A_colon_parts_words()
    {
        Assert.Equal(["Ott", ":", "Never"], Words(Read("Ott:Never")));
    }

    [Fact]
    public void Tokens_of_any_text_are_ordered_and_cover_all_that_is_visible()
    {
        Random random = Seeds.Random();
        string[] pieces = ["a", "Bc", "é", "'", "’", "“", "\"", " ", "\n", "\n\n", ".", "\u200F", "\uD83D", "\uDE00", "5", ":", "Ж", "́", "_", "中"];
        ArticleTokens tokens = new();
        for (int round = 0; round < 500; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            tokens.Read(text);
            int end = 0;
            int paragraph = 0;
            for (int token = 0; token < tokens.Count; token++)
            {
                Assert.True(tokens[token].Start >= end && tokens[token].End > tokens[token].Start);
                Assert.All(text[end..tokens[token].Start], static unit => Assert.True(IsInvisible(unit)));
                Assert.True(tokens.Sentence(tokens[token].Sentence).Contains(token));
                Assert.True(tokens.Paragraph(tokens.ParagraphOf(token)).Contains(token));
                Assert.True(tokens.ParagraphOf(token) >= paragraph);
                paragraph = tokens.ParagraphOf(token);
                end = tokens[token].End;
            }

            Assert.All(text[end..], static unit => Assert.True(IsInvisible(unit)));
        }

        static bool IsInvisible(char unit) => char.IsWhiteSpace(unit) || unit == '\u200F';
    }

    [Fact]
    public void A_second_text_of_the_same_size_allocates_nothing()
    {
        ArticleTokens tokens = new();
        string text = string.Join("\n\n", Enumerable.Repeat("“It’s late,” said Mayor Ott. Nobody answered — nobody at all.", 300));
        tokens.Read(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        tokens.Read(text);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static ArticleTokens Read(string text)
    {
        ArticleTokens tokens = new();
        tokens.Read(text);
        return tokens;
    }

    private static string[] Words(ArticleTokens tokens) => [.. Enumerable.Range(0, tokens.Count).Select(token => tokens.Of(token).ToString())];
}
