namespace SearchService.Ingestion.Files.Zip;

/// <summary>An entry's content, which has to have the length and the checksum that the directory says.</summary>
internal sealed class ZipEntryStream(Stream content, long length, uint crc) : ReadOnlyStream
{
    private long _read;
    private uint _crc;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        int read;
        try
        {
            read = content.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new ArchiveDamageException("The compressed data of this entry is damaged from here on. The records before were read.", error);
        }

        _read += read;
        _crc = Crc32.Append(_crc, buffer[..read]);
        _ended = read == 0;
        if (_read > length || (_ended && (_read < length || _crc != crc)))
        {
            throw new ArchiveDamageException("The content of this entry isn't what the directory of the zip archive says: its length or checksum differs.");
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
