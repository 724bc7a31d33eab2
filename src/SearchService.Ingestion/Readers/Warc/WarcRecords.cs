using System.Globalization;

namespace SearchService.Ingestion.Readers.Warc;

/// <summary>Goes through the records of a WARC file, holding none of them.</summary>
/// <remarks>
/// After ISO 28500 (WARC 1.0 and 1.1): a version line, named fields, an empty line, a block of Content-Length bytes, two empty lines. What
/// stands where a version line should is passed over up to the next one.
/// </remarks>
internal sealed class WarcRecords(Stream stream)
{
    private const int LongestLine = 16 << 10;

    private readonly BlockReader _reader = new(stream);
    private long _left;
    private bool _broken;

    /// <summary>The number of the current record, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The fields of the current record.</summary>
    public HeaderLines? Fields { get; private set; }

    /// <summary>What the record is: response, resource, request, …</summary>
    public string Type => (Fields?["WARC-Type"] ?? "").ToLowerInvariant();

    /// <summary>The address that was asked for, or null.</summary>
    public string? TargetUri => Fields?["WARC-Target-URI"]?.Trim('<', '>');

    /// <summary>Bytes of the block that haven't been read.</summary>
    public long LeftInBytes => _left;

    /// <summary>Whether the data ended inside the current record.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether something that is no record was passed over on the way to the current one, or to the end.</summary>
    public bool PassedOverDamage { get; private set; }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        PassedOverDamage = false;
        SkipBlock();
        while (!IsCut && _reader.ReadLine(LongestLine) is { } line)
        {
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                PassedOverDamage |= line.Length > 0 && !_broken;
                _broken |= line.Length > 0;
                continue;
            }

            _broken = false;
            Number++;
            if (!HeaderLines.TryRead(_reader.ReadLine, out HeaderLines? fields))
            {
                IsCut = _reader.IsAtEnd;
                PassedOverDamage = !IsCut;
                Fields = null;
                return IsCut;
            }

            Fields = fields;
            if (!long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out _left))
            {
                (_left, PassedOverDamage, _broken) = (0, true, true);
                continue;
            }

            return true;
        }

        return false;
    }

    /// <summary>Reads a line of the block.</summary>
    /// <returns>Null at the end of the block.</returns>
    public string? ReadLine(int longest)
    {
        if (_left <= 0)
        {
            return null;
        }

        string? line = _reader.ReadLine((int)Math.Min(longest, _left), _left, out long taken);
        _left -= taken;
        return line;
    }

    /// <summary>Reads the rest of the block.</summary>
    public byte[] ReadBlock()
    {
        byte[] block = new byte[_left];
        int read = _reader.Read(block);
        IsCut |= read < block.Length;
        _left = 0;
        return read == block.Length ? block : block[..read];
    }

    /// <summary>Passes over what is left of the block.</summary>
    public void SkipBlock()
    {
        IsCut |= _reader.Skip(_left) < _left;
        _left = 0;
    }
}
