namespace SearchService.Engine.Storage;

/// <summary>Another writer is at work in the index folder.</summary>
public sealed class IndexLockedException : IOException
{
    /// <summary>Says which lock is held.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="inner">The refusal of the operating system, if there was one.</param>
    public IndexLockedException(string path, Exception? inner = null)
        : base($"The index is being written by another process, which holds '{path}'. Wait until it is done, or stop it; the lock ends with its process, so there is no file to delete.", inner)
    {
        Path = path;
    }

    /// <summary>The lock file.</summary>
    public string Path { get; }
}
