using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Readers.Xml;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Reads feeds: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, with the extensions of news sites, a record an item.</summary>
/// <remarks>
/// Memory holds an item, and 20 bytes for each id met, by which items are told that share one. What isn't well-formed is read as far as
/// it makes sense and noted with the item it stands in.
/// </remarks>
internal sealed class FeedReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        XmlCharacters characters = new(scope.Content.Stream, scope.Content.IsMarkedUtf8);
        XmlScanner scanner = new(characters, scope.Limits);
        FeedParser feed = new(scanner, scope.Limits);
        Dictionary<UInt128, int> titles = [];
        if (characters.Note is { } note)
        {
            yield return scope.Problem(note.Code, ProblemEffect.Noted, 1, note.Reason);
        }

        bool any = false;
        long otherBytes = 0;
        while (feed.Next(out FeedEvent found))
        {
            if (StrangerOf(feed) is { } stranger)
            {
                yield return scope.Problem(ProblemCodes.NotAFeed, ProblemEffect.FileSkipped, 0, stranger);
                yield break;
            }

            if (found.Item is not { } item)
            {
                yield return scope.Problem(ProblemCodes.XmlMalformed, ProblemEffect.Noted, found.FaultLine, Sentence(found.Faults!));
                continue;
            }

            any = true;
            yield return OutcomeOf(found, item, scope, feed.Channel, titles);
            if (characters.OtherBytes > 0 && otherBytes == 0)
            {
                otherBytes = characters.OtherBytes;
                yield return scope.Problem(
                    ProblemCodes.InvalidUtf8, ProblemEffect.Noted, item.Line, "Bytes that aren't UTF-8 were read as Windows-1252, here or soon after.");
            }
        }

        if (scanner.EntitiesLine > 0)
        {
            yield return scope.Problem(
                ProblemCodes.XmlEntities, ProblemEffect.Noted, scanner.EntitiesLine, "The document declares entities; they are neither expanded nor fetched.");
        }

        if (!any && scope.Content.Damage is null)
        {
            yield return NoItems(scope, feed);
        }
    }

    private static RawOutcome OutcomeOf(FeedEvent found, FeedItem item, ReadScope scope, FeedChannel channel, Dictionary<UInt128, int> titles)
    {
        int size = (int)Math.Min(found.Length * sizeof(char), int.MaxValue);
        if (found.IsTooLong)
        {
            return scope.TooLong(item.Line, "The item", found.Length, item.Title);
        }

        if (found.IsCut && !item.HasContent)
        {
            return scope.Problem(ProblemCodes.RecordCut, ProblemEffect.RecordRejected, item.Line, "The feed ends inside this item, before its title and its text.");
        }

        IngestionProblem? shared = TellApart(item, channel, scope, titles);
        RawRecord record = item.ToRecord(channel);
        if (found.IsCut)
        {
            record.Note(scope.Problem(
                ProblemCodes.RecordCut, ProblemEffect.ValueMissing, item.Line, "The feed ends inside this item; what was there of it is kept.", item.Title));
        }
        else if (found.Faults is not null)
        {
            record.Note(scope.Problem(ProblemCodes.XmlMalformed, ProblemEffect.Noted, found.FaultLine, Sentence(found.Faults), item.Title));
        }

        if (shared is not null)
        {
            record.Note(shared);
        }

        if (item.TooLong is { } field)
        {
            record.Note(scope.Problem(
                ProblemCodes.ValueTooLong,
                ProblemEffect.ValueMissing,
                item.Line,
                $"A value is longer than the limit of {scope.Limits.ValueLength:N0} characters, and was left out.",
                field: field.ToString().ToLowerInvariant()));
        }

        if (item.Beyond > 0)
        {
            record.Note(scope.Problem(
                ProblemCodes.ListTooLong,
                ProblemEffect.ValueMissing,
                item.Line,
                $"{item.Beyond} authors or topics beyond the limit of {scope.Limits.ListEntries} were left out."));
        }

        return new RawOutcome(record, null, size);
    }

    // Feeds exist whose items share an id, or where all links lead to the front page. Items of other titles are other items.
    private static IngestionProblem? TellApart(FeedItem item, FeedChannel channel, ReadScope scope, Dictionary<UInt128, int> titles)
    {
        string given = item.Key;
        if (given.Length == 0)
        {
            return null;
        }

        if (!item.HasId && IsSame(item.Address, channel.Link))
        {
            item.SetId(ArticleIds.OfContent(given, item.Title, item.Date, ""));
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), hash);
        int title = string.GetHashCode(item.Title, StringComparison.OrdinalIgnoreCase);
        UInt128 key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (titles.TryAdd(key, title) || titles[key] == title)
        {
            return null;
        }

        item.SetId(ArticleIds.OfContent(given, item.Title, item.Date, ""));
        return scope.Problem(
            ProblemCodes.DuplicateId,
            ProblemEffect.Noted,
            item.Line,
            "Another item of this feed has the same id or address; this one got an id by its title and date.",
            given,
            "id");
    }

    private static bool IsSame(string address, string? other) => other is not null && address.AsSpan().TrimEnd('/').Equals(other.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? StrangerOf(FeedParser feed) => feed.Root?.ToLowerInvariant() switch
    {
        "html" => "This is a web page, not a feed.",
        "opml" => "This is a list of feeds (OPML); the feeds themselves are wanted, and nothing is fetched.",
        "urlset" or "sitemapindex" => "This is a list of a site's addresses (a sitemap), without texts.",
        _ => null,
    };

    private static IngestionProblem NoItems(ReadScope scope, FeedParser feed) =>
        feed.IsFeed ? scope.Problem(ProblemCodes.FileEmpty, ProblemEffect.FileRejected, 0, "The feed has no items.", feed.Channel.Title)
        : StrangerOf(feed) is { } stranger ? scope.Problem(ProblemCodes.NotAFeed, ProblemEffect.FileSkipped, 0, stranger)
        : feed.Root is { } root ? scope.Problem(
            ProblemCodes.NotAFeed, ProblemEffect.FileSkipped, 0, "This is XML of another kind than feeds: it has neither 'item' nor 'entry'.", root)
        : scope.Problem(ProblemCodes.NotAFeed, ProblemEffect.FileRejected, 0, "There is no XML in this file.");

    private static string Sentence(string faults) => $"Not well-formed XML, read all the same: {faults}.";
}
