namespace SearchService.Indexer;

/// <summary>How the program ends.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with rejected records or files under <c>--strict</c>.</summary>
    public const int Rejected = 1;

    /// <summary>Wrong usage: an option, a query, or a path that isn't there.</summary>
    public const int Usage = 2;

    /// <summary>The index can't be opened, read or written, or is damaged; or the disk refuses.</summary>
    public const int Index = 3;

    /// <summary>Of <c>verify</c>: the archive has the text only in other words.</summary>
    public const int Altered = 4;

    /// <summary>Of <c>verify</c>: the archive has nothing like the text.</summary>
    public const int Absent = 5;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
