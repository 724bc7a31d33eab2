using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SearchService.Web.Page.State;

namespace SearchService.Web.Tests.Page.State;

/// <summary>Addresses of the page, and what one choice makes of another.</summary>
public sealed class PageStateTests
{
    [Theory]
    [InlineData("search?q=a%20b&stance=-critical&source=%5C-x&date=2022-01&in=quotes&sort=newest&page=3")]
    [InlineData("search?q=%22%26%3D%22&country=_missing&collapse=story&cursor=abc&article=id%2F1&at=7")]
    [InlineData("./")]
    public void What_is_read_from_an_address_is_written_as_that_address(string address) => Assert.Equal(address, Parse(address).ToAddress());

    [Theory]
    [InlineData("stance=critical", "stance", "state", "search?stance=critical&stance=state")]
    [InlineData("stance=-critical", "stance", "critical", "search?stance=critical")]
    [InlineData("date=2022", "date", "2022-01", "search?date=2022-01")]
    [InlineData("date=2022-01&date=2022-02", "date", "2022", "search?date=2022")]
    [InlineData("date=2022", "date", "-2022-01", "search?date=2022&date=-2022-01")]
    [InlineData("date=-2022", "date", "2022-01", "search?date=2022-01")]
    [InlineData("source=A&page=4&article=x", "stance", "critical", "search?stance=critical&source=A")]
    public void A_choice_takes_the_place_of_what_says_the_same_or_nothing(string before, string field, string token, string after) =>
        Assert.Equal(after, Parse("search?" + before).With(new PageChoice(field, token)).ToAddress());

    [Theory]
    [InlineData("_missing", null, false)]
    [InlineData("-_missing", null, true)]
    [InlineData("\\_missing", "_missing", false)]
    [InlineData("-\\-x", "-x", true)]
    [InlineData("x", "x", false)]
    public void Tokens_say_what_they_choose(string token, string? value, bool isExcluded)
    {
        PageChoice choice = new("source", token);
        Assert.Equal((value, isExcluded), (choice.Value, choice.IsExcluded));
        Assert.True(value is null || choice.Subject == PageChoice.TokenOf(value));
    }

    [Fact]
    public void A_list_of_quotations_without_a_question_is_all_of_them_and_stories_are_of_articles()
    {
        Assert.Equal("search?in=quotes&sort=newest", (Parse("./").WithQuotations(true) with { Sort = Core.Searching.SortOrder.Newest }).ToAddress());
        Assert.False(Parse("search?q=a&collapse=story").WithQuotations(true).IsCollapsed);
        Assert.False(Parse("search?q=a&collapse=story&in=quotes").IsCollapsed);
    }

    [Fact]
    public void Pages_are_skipped_to_as_far_as_that_goes()
    {
        Assert.Equal(20, Parse("search?q=a&page=3").ToRequest().Skip);
        Assert.Equal(10_000, Parse("search?q=a&page=99999").ToRequest().Skip);
        Assert.Equal(0, Parse("search?q=a&page=1200&cursor=x").ToRequest().Skip);
    }

    private static PageState Parse(string address) =>
        PageState.Parse(new QueryCollection(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "")));
}
