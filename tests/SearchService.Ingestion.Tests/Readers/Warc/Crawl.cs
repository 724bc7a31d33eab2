using System.Globalization;
using System.Text;

namespace SearchService.Ingestion.Tests.Readers.Warc;

/// <summary>Writes a WARC file, record by record.</summary>
internal sealed class Crawl
{
    private readonly List<byte[]> _records = [];

    public Crawl Response(string url, string html, string type = "text/html; charset=utf-8", int status = 200, string headers = "") =>
        Response(url, Encoding.UTF8.GetBytes(html), type, status, headers);

    public Crawl Response(string url, byte[] body, string type = "text/html", int status = 200, string headers = "")
    {
        string contentType = type.Length == 0 ? "" : $"Content-Type: {type}\r\n";
        byte[] http = [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Reason\r\n{contentType}{headers}\r\n"), .. body];
        return Record("response", http, $"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n");
    }

    public Crawl Record(string type, byte[] block, string fields = "")
    {
        string head = $"WARC/1.0\r\nWARC-Type: {type}\r\n{fields}Content-Length: {block.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return Raw([.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8]);
    }

    public Crawl Raw(byte[] bytes)
    {
        _records.Add(bytes);
        return this;
    }

    public byte[] Bytes() => [.. _records.SelectMany(static record => record)];

    /// <summary>A gzip member a record, as crawlers write them.</summary>
    public byte[] Members() => [.. _records.SelectMany(static record => ArticleSet.Gzip(record))];

    public static string Page(string text) => $"<!DOCTYPE html><html><head><title>A page</title></head><body><article><p>{text}</p></article></body></html>";
}
