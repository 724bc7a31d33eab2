using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace SearchService.Web.Http;

/// <summary>Compresses what is made on request, at a quality that the framework's own provider has no name for.</summary>
/// <remarks>
/// A document of results, 149 kB, by processor time: quality 4, the framework's <c>Optimal</c>, 28.8 kB in 1.0 ms; 5, 26.7 kB in 1.5 ms; 6, 26.5 kB in 1.65 ms;
/// 7, 26.3 kB in 1.9 ms; 11, a tenth less in 60 times the time.
/// </remarks>
internal sealed class BrotliCompression : ICompressionProvider
{
    private static readonly BrotliCompressionOptions Options = new() { Quality = 6 };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Options, leaveOpen: true);
}
