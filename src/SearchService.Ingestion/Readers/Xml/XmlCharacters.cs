using System.Buffers;
using System.Text;
using System.Text.Unicode;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>The bytes of an XML document as characters.</summary>
/// <remarks>
/// The first 64 KB are believed before the declaration: what is UTF-8 there is read as UTF-8 whatever it says, for bytes of another
/// encoding are hardly ever valid UTF-8, and what clearly says more in another encoding is read in that. Bytes that aren't UTF-8 in a
/// document that is are read one by one as Windows-1252.
/// </remarks>
internal sealed class XmlCharacters
{
    private const int BlockLength = 64 << 10;
    private const int LongestDeclaration = 1024;
    private const int LongestSequence = 4;

    // By how much one reading has to outnumber the other: damage doesn't make another encoding of a document.
    private const int Clearly = 8;

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[BlockLength];
    private readonly Decoder? _decoder;
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads the beginning of a document and settles its encoding.</summary>
    /// <param name="stream">Past any byte order mark; stays open.</param>
    /// <param name="isMarkedUtf8">Whether it is UTF-8 by a byte order mark.</param>
    public XmlCharacters(Stream stream, bool isMarkedUtf8 = false)
    {
        _stream = stream;
        Fill();
        if (!isMarkedUtf8)
        {
            _decoder = Settle(_bytes.AsSpan(0, _end), out (string, string)? note)?.GetDecoder();
            Note = note;
        }
    }

    /// <summary>What one may want to know of the encoding: a code and a sentence.</summary>
    public (string Code, string Reason)? Note { get; }

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

    // The encoding, or null for UTF-8 and what may be mixed into it.
    private static Encoding? Settle(ReadOnlySpan<byte> head, out (string, string)? note)
    {
        string label = LabelOf(head);
        Encoding? declared = EncodingLabels.Find(label);
        bool declaresOther = declared is not null and not UTF8Encoding and not UnicodeEncoding and not UTF32Encoding;
        (int sequences, int strangers) = CountSequences(head);
        note = declared is null && label.Length > 0
            ? (ProblemCodes.EncodingWrong, $"It says {label}, which is no encoding; it is read as UTF-8, and as Windows-1252 where it isn't that.") : null;
        if (declaresOther && sequences > 0 && strangers * Clearly <= sequences)
        {
            note = (ProblemCodes.EncodingWrong, $"It says {declared!.WebName}, its bytes are UTF-8 and are read as such.");
            return null;
        }

        if (!declaresOther && strangers <= sequences * Clearly)
        {
            return null;
        }

        EncodingGuess? guess = strangers > 0 ? EncodingGuess.Of(head) : null;
        if (guess is not { } found || (declaresOther && !TextDecoder.IsClearlyBetter(guess, declared!, head)))
        {
            return declaresOther ? declared : null;
        }

        string says = declared is null ? "It declares no encoding" : $"It says {declared.WebName}";
        note = (declared is null ? ProblemCodes.EncodingGuessed : ProblemCodes.EncodingWrong, $"{says}; by its letters it is {found.Encoding.WebName}, and is read as such.");
        return found.Encoding;
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
    private static string LabelOf(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, LongestDeclaration)];
        int at = head.IndexOf("<?xml"u8);
        ReadOnlySpan<byte> rest = at < 0 ? default : head[at..];
        int end = rest.IndexOf((byte)'>');
        string tag = Encoding.Latin1.GetString(end < 0 ? rest : rest[..(end + 1)]);
        return tag.Length == 0 ? "" : XmlTag.Attribute(tag.Replace("<?", "<", StringComparison.Ordinal), "encoding")?.Trim() ?? "";
    }
}
