using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryRewritingTests
{
    [Theory]
    [InlineData("x", "*:*")]
    [InlineData("a x", "+text:a")]
    [InlineData("a b x", "+text:a +text:b")]
    [InlineData("a -x", "+text:a")]
    [InlineData("-a x", "-text:a")]
    [InlineData("a OR x", "*:*")]
    [InlineData("a OR b OR x", "*:*")]
    [InlineData("a (b OR x)", "+text:a")]
    [InlineData("a (b x)", "+text:a +(+text:b)")]
    [InlineData("a -(b x)", "+text:a")]
    [InlineData("a NEAR/3 x", "text:a")]
    [InlineData("(b x)^2", "(+text:b)^2")]
    [InlineData("a -b x", "+text:a -text:b")]
    public void Without_a_word_stays_what_has_to_match_whatever_it_becomes(string query, string expected)
    {
        QueryNode root = QueryParser.Parse(query).Root!;
        Assert.Equal(expected, QueryPrinter.Print(QueryRewriting.Without(root, Word(root, "x"))));
    }

    [Fact]
    public void Beside_a_dropped_requirement_alternatives_stay_optional()
    {
        WordNode word = new(0, 1, QueryFields.Text, "x"), other = new(2, 1, QueryFields.Text, "a");
        BooleanNode root = new(0, 3, [new QueryClause(ClauseKind.Must, word), new QueryClause(ClauseKind.Should, other)]);
        Assert.Null(QueryRewriting.Without(root, word));
        Assert.Equal("+text:x", QueryPrinter.Print(QueryRewriting.Without(root, other)));
    }

    [Theory]
    [InlineData("x", "text:y")]
    [InlineData("a -x", "+text:a -text:y")]
    [InlineData("a NEAR/3 x", "text:a NEAR/3 text:y")]
    [InlineData("(b x)^2", "(+text:b +text:y)^2")]
    public void A_word_is_exchanged_where_it_stands(string query, string expected)
    {
        QueryNode root = QueryParser.Parse(query).Root!;
        WordNode word = Word(root, "x");
        Assert.Equal(expected, QueryPrinter.Print(QueryRewriting.Replace(root, word, word with { Text = "y" })));
    }

    [Fact]
    public void Of_two_equal_words_one_is_exchanged()
    {
        QueryNode root = QueryParser.Parse("x x").Root!;
        WordNode second = QueryRewriting.WantedWords(root).Last();
        Assert.Equal("+text:x +text:y", QueryPrinter.Print(QueryRewriting.Replace(root, second, second with { Text = "y" })));
    }

    [Theory]
    [InlineData("a \"b c\" d* -e", "+title:a +title:\"b c\" +title:d* -title:e")]
    [InlineData("a author:b date:2022", "+title:a +author:b +date:2022")]
    [InlineData("(a NEAR/2 b~1)^2 OR /c/", "(title:a NEAR/2 title:b~1)^2 OR title:/c/")]
    [InlineData("?a [b TO c]", "+title:?a +title:[b TO c]")]
    [InlineData("title:a", "title:a")]
    [InlineData("author:b", null)]
    [InlineData("-a", null)]
    [InlineData("*", null)]
    public void What_is_asked_of_texts_is_asked_of_titles(string query, string? expected)
    {
        QueryNode? moved = QueryRewriting.InTitles(QueryParser.Parse(query).Root!);
        Assert.Equal(expected, moved is null ? null : QueryPrinter.Print(moved));
    }

    [Theory]
    [InlineData("a title:b -c (d OR -e) f* \"g h\" i^2 j NEAR k", "a b d i j k")]
    [InlineData("", "")]
    public void Words_wanted_are_those_not_excluded(string query, string words) =>
        Assert.Equal(words, string.Join(' ', QueryRewriting.WantedWords(QueryParser.Parse(query).Root).Select(word => word.Text)));

    private static WordNode Word(QueryNode root, string text) => root switch
    {
        WordNode word when word.Text == text => word,
        BoostNode boost => Word(boost.Child, text),
        NearNode near => near.Right is WordNode right && right.Text == text ? right : Word(near.Left, text),
        BooleanNode boolean => Word(boolean.Clauses[^1].Node, text),
        _ => throw new ArgumentException($"'{text}' is not the last word."),
    };
}
