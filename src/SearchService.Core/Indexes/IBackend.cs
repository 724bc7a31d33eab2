namespace SearchService.Core.Indexes;

/// <summary>A way to keep articles and to search them: what a program chooses once, by its name.</summary>
/// <remarks>Thread-safe. An index that another backend made is refused by every member, with both names.</remarks>
public interface IBackend
{
    /// <summary>One word in lower case, which an index made by it carries.</summary>
    string Name { get; }

    /// <summary>Opens an index for searching.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IndexException">It holds no index that can be opened; the message says why and what to do.</exception>
    IArticleIndex OpenIndex(string directory);

    /// <summary>Begins a new generation that replaces the one there is, if any.</summary>
    /// <param name="directory">The folder; created when it isn't there.</param>
    /// <param name="merge">Whether all of it is merged at the end: the fastest to search, the slowest to build.</param>
    /// <exception cref="IndexException">Another writer is at work, or the folder can't be written.</exception>
    IArticleIndexWriter OpenWriter(string directory, bool merge = false);

    /// <summary>Reads a whole index and compares every structure with what it promises.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>What was found; damage is a finding, no exception.</returns>
    /// <exception cref="IndexException">There is no index, or its folder can't be read.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    IndexCheck Check(string directory, CancellationToken cancellationToken);

    /// <summary>What an index is made of, such as segments and fields with their statistics; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    IEnumerable<string> Overview(string directory);

    /// <summary>The terms of a field, in the order of their bytes; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="field">Its name: of articles, or <c>said</c> and <c>speaker.words</c> of quotations.</param>
    /// <param name="form">Which form of the words: written, folded or word.</param>
    /// <param name="prefix">What they begin with; empty for all.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    IEnumerable<string> Terms(string directory, string field, string form, string prefix);

    /// <summary>The documents of a term and its positions in them; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="field">Its name: of articles, or <c>said</c> and <c>speaker.words</c> of quotations.</param>
    /// <param name="form">Which form of the words: written, folded or word.</param>
    /// <param name="term">The term.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    IEnumerable<string> Postings(string directory, string field, string form, string term);
}
