namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Writing an index failed: the disk is full or refused, or memory ran out. The generation that was there is untouched;
/// what this writer added since its last commit is lost, and it can only be rolled back.
/// </summary>
public sealed class IndexWritingException : IOException
{
    /// <summary>Reports a failure.</summary>
    /// <param name="message">What was being done, where, and what to do.</param>
    /// <param name="cause">What went wrong.</param>
    public IndexWritingException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
