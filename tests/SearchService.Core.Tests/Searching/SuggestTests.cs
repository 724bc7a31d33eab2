using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
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

    /// <summary>Finds and suggests what it is told to.</summary>
    private sealed class ScriptedIndex : IArticleIndex
    {
        public bool CanSuggest { get; init; } = true;

        public string? Completion { get; init; }

        public ImmutableArray<string> Spellings { get; init; } = [];

        public Dictionary<string, long> Finds { get; } = [];

        public int ChangesAfter { get; init; } = int.MaxValue;

        public List<string> Searched { get; } = [];

        public BackendCapabilities Capabilities => new() { Suggestions = CanSuggest };

        public IndexState State => new("scripted", Searched.Count > ChangesAfter ? 2 : 1, 10);

        public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken)
        {
            string printed = QueryPrinter.Print(query.Root);
            Searched.Add(printed);
            return new ArticleMatches(State, Finds.GetValueOrDefault(printed), [], null, [], null);
        }

        public bool TryGet(string id, out Article? article, out IndexState state)
        {
            (article, state) = (null, State);
            return false;
        }

        public MarkedArticle? Mark(MarkQuery query, CancellationToken cancellationToken) => null;

        public FacetValues FacetValues(FacetValuesQuery query, CancellationToken cancellationToken) => new(State, query.Field, 0, 0, []);

        SuggestMatches IArticleIndex.Suggest(SuggestQuery query, CancellationToken cancellationToken) => !CanSuggest
            ? throw new NotSupportedException()
            : new SuggestMatches(
                State,
                query.Typed is not null && Completion is not null ? [new WordCompletion(Completion, 1)] : [],
                false,
                [],
                [.. query.Names.Select(_ => ImmutableArray<NameSuggestion>.Empty)],
                [.. query.Misspelt.Select(_ => Spellings)]);

        public IndexDescription Describe() => throw new NotSupportedException();

        public bool Refresh() => false;

        public void Dispose()
        {
        }
    }
}
