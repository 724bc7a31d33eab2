using System.Text;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Readers.Feeds;
using SearchService.Ingestion.Readers.Xml;

namespace SearchService.Ingestion.Tests.Readers.Feeds;

/// <summary>What reading a feed holds doesn't grow with the feed. Run alone: what lives on the heap is the process's, not the test's.</summary>
[Collection(nameof(Alone))]
public sealed class FeedMemoryTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_feed()
    {
        long little = Peak(2_000), much = Peak(200_000);
        Assert.InRange(much, 0, little + (8 << 20));
    }

    [Fact]
    public void A_comment_of_many_megabytes_holds_no_memory()
    {
        using EndlessFeed feed = new(items: 1, commentLength: 40 << 20);
        XmlScanner scanner = new(new XmlCharacters(feed), IngestionLimits.Default);
        int tokens = 0;
        while (scanner.Next() is not null)
        {
            tokens++;
        }

        Assert.InRange(scanner.CapacityInUnits, 1, 8 * XmlScanner.SightLength);
        Assert.True(tokens > 0);
    }

    // The greatest live memory seen while reading, ids that are remembered aside.
    private static long Peak(int items)
    {
        using EndlessFeed stream = new(items, commentLength: 0);
        FeedParser feed = new(new XmlScanner(new XmlCharacters(stream), IngestionLimits.Default), IngestionLimits.Default);
        long peak = 0;
        int count = 0;
        while (feed.Next(out FeedEvent found))
        {
            if (found.Item is not null && ++count % (items / 4) == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(items, count);
        return peak;
    }

    /// <summary>A feed made while it is read.</summary>
    private sealed class EndlessFeed(int items, int commentLength) : ReadOnlyStream
    {
        private byte[] _piece = "<rss><channel><title>N</title>"u8.ToArray();
        private int _at;
        private int _made;
        private int _commentBytes;

        public override int Read(Span<byte> buffer)
        {
            if (_at == _piece.Length)
            {
                _piece = Next();
                _at = 0;
            }

            int read = Math.Min(buffer.Length, _piece.Length - _at);
            _piece.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            return read;
        }

        private byte[] Next()
        {
            if (_commentBytes < commentLength)
            {
                byte[] piece = Encoding.UTF8.GetBytes((_commentBytes == 0 ? "<!--" : "") + "-" + new string('x', 4000));
                _commentBytes += piece.Length;
                return piece;
            }

            _made++;
            return _made <= items ? Encoding.UTF8.GetBytes($"<item><title>Title {_made}</title><guid>id-{_made}</guid><description>{new string('w', 500)}</description></item>")
                : _made == items + 1 ? "</channel></rss>"u8.ToArray() : [];
        }
    }
}
