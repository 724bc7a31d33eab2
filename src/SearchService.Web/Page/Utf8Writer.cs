using System.Buffers;
using System.Text;

namespace SearchService.Web.Page;

/// <summary>Writes text as UTF-8 straight into a buffer: a document is never held as one string.</summary>
internal sealed class Utf8Writer(IBufferWriter<byte> output) : TextWriter
{
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    // A surrogate pair may be cut in two by its writer: the encoder keeps the first half.
    public override void Write(ReadOnlySpan<char> buffer) => _encoder.Convert(buffer, output, flush: false, out _, out _);
}
