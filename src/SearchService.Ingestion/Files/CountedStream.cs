namespace SearchService.Ingestion.Files;

/// <summary>Counts the bytes that pass on their way from the disk, for the progress line and for the ratio of decompression.</summary>
internal sealed class CountedStream(Stream inner, DecompressionBudget budget) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        budget.AddCompressed(read);
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
