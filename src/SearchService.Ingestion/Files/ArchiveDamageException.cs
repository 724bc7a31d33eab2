namespace SearchService.Ingestion.Files;

/// <summary>An archive, or an entry of it, isn't what its directory says; the message is a sentence for the report.</summary>
internal sealed class ArchiveDamageException : IOException
{
    public ArchiveDamageException()
    {
    }

    public ArchiveDamageException(string message)
        : base(message)
    {
    }

    public ArchiveDamageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
