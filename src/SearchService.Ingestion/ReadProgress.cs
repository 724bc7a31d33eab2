namespace SearchService.Ingestion;

/// <summary>How far reading has come; may be read from any thread.</summary>
public sealed class ReadProgress
{
    private long _bytesRead;

    /// <summary>Bytes read off the disk so far, compressed as they are.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Bytes on the disk of all files; 0 until they have been listed.</summary>
    public long TotalBytes { get; internal set; }

    internal void Add(int bytes) => Interlocked.Add(ref _bytesRead, bytes);
}
