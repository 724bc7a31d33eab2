using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Tests.Searching;

/// <summary>What is done above the seam for suggestions, whatever the backend.</summary>
public sealed class SuggestTests
{
    [Fact]
    public void A_backend_without_suggestions_is_not_asked_and_the_answer_says_so()
    {
        ScriptedIndex index = new() { CanSuggest = false };
        SuggestResponse response = new ArticleSearch(index).Suggest(new SuggestRequest { Query = "climate chan" }, CancellationToken.None);
        Assert.Equal(QueryNoticeCodes.NotSupportedYet, Assert.Single(response.Query.Notices).Code);
        Assert.Empty(response.Completions);
        Assert.Null(new ArticleSearch(index).Search(new SearchRequest { Query = "chnage" }, CancellationToken.None).DidYouMean);
    }

    [Theory]
    [InlineData("climate chan", "change", "climate change")]
    [InlineData("  Climate   +CHAN", "change", "  Climate   +change")]
    [InlineData("(a OR title:chan", "change", "(a OR title:change")]
    [InlineData("chan", "a+b:(c", "a+b:\\(c")] // what would mean something is escaped
    [InlineData("chan", "-x", "\\-x")]
    public void A_completion_stands_in_place_of_the_word_and_all_else_as_it_was_typed(string typed, string word, string expected)
    {
        ScriptedIndex index = new() { Completion = word };
        SuggestResponse response = new ArticleSearch(index).Suggest(new SuggestRequest { Query = typed }, CancellationToken.None);
        Assert.Equal(expected, Assert.Single(response.Completions).Text);
    }

    [Fact]
    public void The_next_spelling_is_tried_when_the_best_finds_nothing()
    {
        ScriptedIndex index = new() { Spellings = ["charge", "change", "chance"], Finds = { ["text:change"] = 3, ["text:chance"] = 9 } };
        Assert.Equal(new QuerySuggestion("change", 3), new ArticleSearch(index).Search(new SearchRequest { Query = "chnage" }, CancellationToken.None).DidYouMean);
    }

    [Fact]
    public void No_more_is_tried_than_the_limit_allows()
    {
        ScriptedIndex index = new() { Spellings = ["charge", "change"], Finds = { ["text:change"] = 3 } };
        ArticleSearch search = new(index, new SearchLimits(), QueryLimits.Default, new SuggestLimits { MaxTrials = 1 });
        Assert.Null(search.Search(new SearchRequest { Query = "chnage" }, CancellationToken.None).DidYouMean);
        Assert.Equal(["text:chnage", "text:charge"], index.Searched);
    }

    [Fact]
    public void A_correction_is_not_given_when_the_index_changes_meanwhile()
    {
        ScriptedIndex index = new() { Spellings = ["change"], Finds = { ["text:change"] = 3 }, ChangesAfter = 1 };
        Assert.Null(new ArticleSearch(index).Search(new SearchRequest { Query = "chnage" }, CancellationToken.None).DidYouMean);
    }
}
