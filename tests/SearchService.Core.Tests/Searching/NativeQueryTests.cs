using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Tests.Searching;

/// <summary>Queries in a syntax of the backend's own: handed on as they are, or refused.</summary>
public sealed class NativeQueryTests
{
    private const string Query = "+title:harb* -(ferry";

    private static readonly SearchRequest Native = new() { Query = Query, Syntax = "lucene" };

    [Fact]
    public void A_query_in_a_syntax_that_the_index_reads_reaches_it_as_it_was_given()
    {
        ScriptedIndex index = new() { Syntaxes = ["lucene"], Finds = { [Query] = 3 } };
        SearchResponse response = Search(index, Native);
        Assert.Equal(new NativeNode(0, Query.Length, "lucene", Query), index.LastRoot);
        Assert.Equal((3, Query, Query), (response.Total, response.Query.Input, response.Query.Read));
        Assert.Empty(response.Query.Notices);
        Assert.Equal(new QueryOutline(OutlineKind.Native, 0, Query.Length) { Text = Query }, response.Query.Outline);
    }

    [Fact]
    public void Nothing_is_relaxed_widened_or_corrected_where_it_finds_nothing()
    {
        ScriptedIndex index = new() { Syntaxes = ["lucene"], Spellings = ["change"], Finds = { ["text:change"] = 9 } };
        SearchResponse response = Search(index, Native with { Query = "climate chnage", Explain = true });
        Assert.Equal(0, response.Total);
        Assert.Null(response.DidYouMean);
        Assert.Equal("climate chnage", Assert.Single(response.Nothing!.Parts).Text);
        Assert.All(index.Searched, searched => Assert.True(searched is "climate chnage" or "*:*", searched));
    }

    [Fact]
    public void One_that_the_index_refuses_finds_nothing_and_the_notice_says_why()
    {
        ScriptedIndex index = new() { Syntaxes = ["lucene"], Refusal = "A parenthesis is missing.", Finds = { [Query] = 3 } };
        SearchResponse response = Search(index, Native);
        QueryNotice notice = Assert.Single(response.Query.Notices);
        Assert.Equal(("invalid_query", true, 0, Query.Length), (notice.Code, notice.IsError, notice.Offset, notice.Length));
        Assert.Equal("A parenthesis is missing. Nothing was searched.", notice.Message);
        Assert.IsType<NoneNode>(index.LastRoot);
        Assert.Equal("invalid_query", Assert.Throws<InvalidQueryException>(() => Search(index, Native with { Strict = true })).Code);
    }

    [Theory]
    [InlineData("lucene", "sql", "lucene")]
    [InlineData("lucene", "Lucene", "lucene")]
    [InlineData(null, "lucene", "query language")]
    public void A_syntax_that_the_index_does_not_read_is_refused_with_those_that_it_does(string? known, string asked, string told)
    {
        ScriptedIndex index = new() { Syntaxes = known is null ? [] : [known] };
        ArticleSearch search = new(index);
        SearchRequest request = Native with { Syntax = asked };
        Action[] requests =
        [
            () => search.Search(request, CancellationToken.None),
            () => search.FacetValues(request, FacetFields.Source, "", 10, SearchIn.Articles, CancellationToken.None),
            () => search.Read("1", request, SearchIn.Articles, CancellationToken.None),
            () => search.SearchQuotations(request, CancellationToken.None),
        ];
        Assert.All(requests, each => Refused(each, told));
        Assert.Empty(index.Searched);
    }

    [Fact]
    public void Quotations_are_not_searched_with_it()
    {
        ArticleSearch search = new(new ScriptedIndex { Syntaxes = ["lucene"] });
        Refused(() => search.SearchQuotations(Native, CancellationToken.None), "query language alone");
        Refused(() => search.FacetValues(Native, FacetFields.Source, "", 10, SearchIn.Quotes, CancellationToken.None), "query language alone");
        Refused(() => search.Read("1", Native, SearchIn.Quotes, CancellationToken.None), "query language alone");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_one_means_all_articles(string query)
    {
        ScriptedIndex index = new() { Syntaxes = ["lucene"], Finds = { ["*:*"] = 10 } };
        Assert.Equal(10, Search(index, Native with { Query = query }).Total);
        Assert.Null(index.LastRoot);
    }

    [Fact]
    public void One_that_is_too_long_is_cut_with_a_notice()
    {
        ParsedQuery parsed = QueryParser.TakeNative("harbour AND ferry", "lucene", QueryLimits.Default with { MaxLengthInCharacters = 12 });
        Assert.Equal(new NativeNode(0, 11, "lucene", "harbour AND"), parsed.Root);
        Assert.Equal(QueryNoticeCodes.QueryTooLong, Assert.Single(parsed.Notices).Code);
        ParsedQuery blank = QueryParser.TakeNative($"{new string(' ', 20)}ferry", "lucene", QueryLimits.Default with { MaxLengthInCharacters = 12 });
        Assert.IsType<NoneNode>(blank.Root);
    }

    [Fact]
    public void A_cursor_belongs_to_the_syntax_too()
    {
        ScriptedIndex index = new() { Syntaxes = ["lucene"], Next = new HitPosition(1, 2, 3) };
        string cursor = Search(index, Native).Next!;
        Assert.NotNull(Search(index, Native with { Cursor = cursor }).Next);
        Assert.Equal(
            "cursor_of_another_search",
            Assert.Throws<InvalidRequestException>(() => Search(index, Native with { Cursor = cursor, Syntax = null })).Code);
    }

    [Fact]
    public void Nothing_above_the_seam_looks_into_it()
    {
        NativeNode node = new(0, Query.Length, "lucene", Query);
        Assert.Null(QueryRelaxation.Relax(node));
        Assert.Null(QueryRewriting.InTitles(node));
        Assert.Empty(QueryRewriting.WantedWords(node));
        Assert.False(QuotationParts.AsksForOne(node));
        Assert.False(QuotationParts.AsksForArticle(node));
    }

    private static SearchResponse Search(ScriptedIndex index, SearchRequest request) => new ArticleSearch(index).Search(request, CancellationToken.None);

    private static void Refused(Action request, string told)
    {
        InvalidRequestException refused = Assert.Throws<InvalidRequestException>(request);
        Assert.Equal(("not_supported", "syntax"), (refused.Code, refused.Parameter));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }
}
