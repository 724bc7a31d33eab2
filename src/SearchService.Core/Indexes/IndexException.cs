namespace SearchService.Core.Indexes;

/// <summary>An index can't be opened, read or written; the message says where and what to do.</summary>
/// <remarks>What a backend throws for its own reasons (corrupt, locked, another format) reaches callers as this, with the cause inside.</remarks>
public sealed class IndexException : Exception
{
    /// <summary>With a message that says what happened, where, and what to do.</summary>
    /// <param name="code">Stable: <c>index_not_found</c>, <c>index_corrupt</c>, <c>index_format</c>, <c>index_locked</c>, <c>index_io</c>.</param>
    /// <param name="message">For people.</param>
    /// <param name="cause">The backend's own exception, or null.</param>
    public IndexException(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    /// <summary>Stable, for scripts.</summary>
    public string Code { get; }
}
