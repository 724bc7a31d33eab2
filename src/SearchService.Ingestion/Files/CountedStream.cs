namespace SearchService.Ingestion.Files;

/// <summary>Counts the bytes that pass, for the progress line.</summary>
internal sealed class CountedStream(Stream inner, ReadProgress? progress) : ReadOnlyStream
{
    /// <summary>Bytes that have passed.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Count += read;
        progress?.Add(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
