using System.Buffers;
using System.Text;
using System.Text.Unicode;
using SearchService.Ingestion.Files;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>The bytes of an XML document as characters.</summary>
/// <remarks>
/// The bytes are believed before the declaration: text that is UTF-8 in its first 64 KB is read as UTF-8 whatever it says, for bytes of
/// another encoding are hardly ever valid UTF-8. Otherwise the encoding declared is used; and where none is, or UTF-8 or one that isn't
/// known, bytes that aren't UTF-8 are read one by one as Windows-1252.
/// </remarks>
internal sealed class XmlCharacters
{
    private const int BlockLength = 64 << 10;
    private const int LongestDeclaration = 1024;
    private const int LongestSequence = 4;

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[BlockLength];
    private readonly Decoder? _decoder;
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads the beginning of a document and settles its encoding.</summary>
    /// <param name="stream">Past any byte order mark; stays open.</param>
    public XmlCharacters(Stream stream)
    {
        _stream = stream;
        Fill();
        ReadOnlySpan<byte> head = _bytes.AsSpan(0, _end);
        Declared = DeclarationOf(head);
        Encoding? declared = Declared is null ? null : Named(Declared);
        bool saysUtf = Declared is null || declared is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding;
        (int sequences, int strangers) = CountSequences(head);
        bool isUtf8 = sequences > 0 && strangers * 4 <= sequences;
        if (saysUtf)
        {
            IsDeclaredWrongly = Declared is not null && declared is UTF8Encoding && sequences + strangers > 0 && !isUtf8;
        }
        else if (isUtf8)
        {
            IsDeclaredWrongly = true;
        }
        else
        {
            _decoder = declared!.GetDecoder();
        }

        IsUnknown = Declared is not null && declared is null;
    }

    /// <summary>The encoding that the XML declaration names, or null.</summary>
    public string? Declared { get; }

    /// <summary>Whether the bytes show that the declaration is wrong.</summary>
    public bool IsDeclaredWrongly { get; }

    /// <summary>Whether the declaration names an encoding that nobody knows.</summary>
    public bool IsUnknown { get; }

    /// <summary>How many bytes so far were read as Windows-1252, because they weren't UTF-8.</summary>
    public long OtherBytes { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="to">At least four units.</param>
    /// <returns>How many units were written; 0 at the end.</returns>
    public int Read(Span<char> to)
    {
        while (true)
        {
            if (_end - _start < LongestSequence && !_ended)
            {
                Fill();
            }

            if (_start == _end)
            {
                return 0;
            }

            int written;
            if (_decoder is null)
            {
                written = Mixed(to);
            }
            else
            {
                _decoder.Convert(_bytes.AsSpan(_start, _end - _start), to, flush: _ended, out int used, out written, out _);
                _start += used;
            }

            if (written > 0)
            {
                return written;
            }
        }
    }

    private int Mixed(Span<char> to)
    {
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(_start, _end - _start);
        OperationStatus status = Utf8.ToUtf16(bytes, to, out int used, out int written, replaceInvalidSequences: false, isFinalBlock: _ended);
        _start += used;
        if (written == 0 && status == OperationStatus.InvalidData)
        {
            to[0] = MixedEncoding.Windows1252(_bytes[_start++]);
            OtherBytes++;
            return 1;
        }

        return written;
    }

    private void Fill()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        while (_end < _bytes.Length && !_ended)
        {
            int read = _stream.Read(_bytes.AsSpan(_end));
            _end += read;
            _ended = read == 0;
        }
    }

    // How many sequences of several bytes are valid UTF-8, and how many bytes belong to none; a cut at the end is neither.
    private static (int Sequences, int Strangers) CountSequences(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, strangers = 0;
        while (true)
        {
            int at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (at < 0)
            {
                return (sequences, strangers);
            }

            bytes = bytes[at..];
            switch (Rune.DecodeFromUtf8(bytes, out _, out int length))
            {
                case OperationStatus.Done:
                    sequences++;
                    break;
                case OperationStatus.NeedMoreData:
                    return (sequences, strangers);
                default:
                    strangers++;
                    length = 1;
                    break;
            }

            bytes = bytes[length..];
        }
    }

    // encoding="…" of <?xml …?>, which may stand a little below the top where someone put something before it.
    private static string? DeclarationOf(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, LongestDeclaration)];
        int at = head.IndexOf("<?xml"u8);
        if (at < 0)
        {
            return null;
        }

        head = head[at..];
        int end = head.IndexOf((byte)'>');
        head = end < 0 ? head : head[..end];
        int name = head.IndexOf("encoding"u8);
        if (name < 0)
        {
            return null;
        }

        head = head[(name + "encoding"u8.Length)..].TrimStart(" \t\r\n="u8);
        if (head is not [(byte)'"' or (byte)'\'', ..])
        {
            return null;
        }

        int close = head[1..].IndexOf(head[0]);
        return close <= 0 ? null : Encoding.Latin1.GetString(head.Slice(1, close)).Trim();
    }

    private static Encoding? Named(string name)
    {
        // As browsers do, the first is read as the second, which has all its characters and those that people mean.
        string known = name.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "iso8859-1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "utf8" => "utf-8",
            "gb2312" => "gbk",
            string other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
