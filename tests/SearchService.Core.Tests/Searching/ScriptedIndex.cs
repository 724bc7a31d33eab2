using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Searching;

/// <summary>Finds and suggests what it is told to.</summary>
internal sealed class ScriptedIndex : IArticleIndex
{
    public bool CanSuggest { get; init; } = true;

    public string? Completion { get; init; }

    public ImmutableArray<string> Spellings { get; init; } = [];

    public ImmutableArray<string> Syntaxes { get; init; } = [];

    /// <summary>What it says of every query that it is asked about.</summary>
    public string? Refusal { get; init; }

    /// <summary>Where the next page begins, of every answer.</summary>
    public HitPosition? Next { get; init; }

    public Dictionary<string, long> Finds { get; } = [];

    public int ChangesAfter { get; init; } = int.MaxValue;

    public List<string> Searched { get; } = [];

    public QueryNode? LastRoot { get; private set; }

    public BackendCapabilities Capabilities => new() { Suggestions = CanSuggest, Quotations = true, Syntaxes = Syntaxes };

    public IndexState State => new("scripted", Searched.Count > ChangesAfter ? 2 : 1, 10);

    public string? Refuse(QueryNode node) => Refusal;

    public ArticleMatches Search(ArticleQuery query, CancellationToken cancellationToken)
    {
        string printed = QueryPrinter.Print(query.Root);
        Searched.Add(printed);
        LastRoot = query.Root;
        return new ArticleMatches(State, Finds.GetValueOrDefault(printed), [], Next, [], null);
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
