using SearchService.Core.Articles;

namespace SearchService.Core.Indexes;

/// <summary>Builds the next generation of an index. One writer at a time holds the index's lock.</summary>
/// <remarks>Used from one thread. Until <see cref="Commit"/> returns, readers see the old generation; disposing without it leaves that one.</remarks>
public interface IArticleIndexWriter : IDisposable
{
    /// <summary>Takes an article into the next generation.</summary>
    /// <param name="article">With an id that was not taken before.</param>
    /// <returns>What it is against the generation before; <see cref="ArticleOutcome.Duplicate"/> when the id was taken, and then it isn't added.</returns>
    /// <exception cref="ArgumentException">It has a value that is longer than an index takes; nothing of it was added.</exception>
    ArticleOutcome Add(Article article);

    /// <summary>Makes what was added the index, whole and durable.</summary>
    /// <param name="properties">Noted with the generation, given back by <see cref="IndexDescription.Properties"/>.</param>
    /// <returns>The new state, and how many articles of the old one are gone.</returns>
    CommitResult Commit(IReadOnlyDictionary<string, string> properties);

    /// <summary>Drops what was added.</summary>
    void Rollback();
}

/// <summary>What became of an article.</summary>
public enum ArticleOutcome
{
    /// <summary>New.</summary>
    Added,

    /// <summary>Its id was there with other content.</summary>
    Updated,

    /// <summary>It was there as it is.</summary>
    Unchanged,

    /// <summary>The same id came before in this build.</summary>
    Duplicate,
}

/// <summary>What a commit did.</summary>
/// <param name="State">The new state.</param>
/// <param name="Removed">Articles of the generation before that are not in the new one.</param>
public sealed record CommitResult(IndexState State, long Removed);
