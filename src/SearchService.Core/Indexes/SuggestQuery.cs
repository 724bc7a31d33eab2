using System.Collections.Immutable;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Indexes;

/// <summary>Asks a backend what could be meant by a query.</summary>
public sealed record SuggestQuery
{
    /// <summary>The tree as far as it is typed; null for none. Holds nothing that <see cref="IArticleIndex.Capabilities"/> denies.</summary>
    public QueryNode? Root { get; init; }

    /// <summary>The word of <see cref="Root"/>, itself, whose end is still being typed; null when none is.</summary>
    public WordNode? Typed { get; init; }

    /// <summary>What is searched when a completed word is chosen, which takes the place of <see cref="Typed"/>: the word, with other spellings where it is a name.</summary>
    public Func<WordNode, WordNode> Complete { get; init; } = static word => word;

    /// <summary>Names to be completed, at most one a field.</summary>
    public ImmutableArray<NamePattern> Names { get; init; } = [];

    /// <summary>Words to find other spellings for.</summary>
    public ImmutableArray<WordNode> Misspelt { get; init; } = [];

    /// <summary>Spellings also of words that are in the archive, if they are far more frequent; else only of those that match nothing.</summary>
    public bool RespellsKnownWords { get; init; }

    /// <summary>Suggestions wanted of each kind; 0 for spellings alone.</summary>
    public int Size { get; init; }

    /// <summary>Spellings wanted of each word.</summary>
    public int Spellings { get; init; }
}

/// <summary>Asks for the values of a field that have all the words typed, the last one as the beginning of a word.</summary>
/// <param name="Field"><see cref="FacetFields.Author"/> or <see cref="FacetFields.Source"/>.</param>
/// <param name="Text">The words, side by side.</param>
public sealed record NamePattern(string Field, string Text);
