using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Articles;

/// <summary>The articles read so far, by id and by address: the same one twice is one.</summary>
/// <remarks>
/// <para>The first record of an id stays, later ones are rejected. So are later ones of an address, however it is written: unless both
/// records bring ids of their own. Those say that they are two, such as two states of a page that changed; both stay, and it is noted.</para>
/// <para>Keeps 16 bytes and a place for each id and each address.</para>
/// </remarks>
/// <param name="files">That are read, to name places.</param>
internal sealed class KnownArticles(InputFiles files)
{
    private readonly Dictionary<UInt128, Place> _ids = [];
    private readonly Dictionary<UInt128, Place> _addresses = [];

    /// <summary>Takes an article in, or rejects it because it is known.</summary>
    /// <param name="article">The article.</param>
    /// <param name="outcome">As it was read.</param>
    /// <param name="file">The file's place among those read.</param>
    /// <param name="entry">Where in the file its entry stands, if that is an archive, or -1.</param>
    public ReadOutcome Take(Article article, ReadOutcome outcome, int file, long entry)
    {
        string? ofAddress = IdOfAddress(article.Url);
        Place place = new(file, (int)Math.Min(int.MaxValue, outcome.Place.Line), entry, OwnId: article.Id != ofAddress);
        if (!_ids.TryAdd(KeyOf(article.Id), place))
        {
            return Rejected(article, outcome, ProblemCodes.DuplicateId, $"The id was taken by {Named(_ids[KeyOf(article.Id)])}, which stays.");
        }

        if (ofAddress is null || _addresses.TryAdd(KeyOf(ofAddress), place))
        {
            return outcome;
        }

        Place first = _addresses[KeyOf(ofAddress)];
        return first.OwnId && place.OwnId
            ? With(outcome, article, Problem(article, outcome, ProblemCodes.SameUrl, ProblemEffect.Noted, $"The address is that of {Named(first)}, which has another id; both stay."))
            : Rejected(article, outcome, ProblemCodes.DuplicateUrl, $"The address was taken by {Named(first)}, which stays.");
    }

    // The address of a whole site is no article's.
    private static string? IdOfAddress(string? url) =>
        url is not null && WebAddress.TryRead(url, out _, out Uri? parsed) && (parsed!.AbsolutePath.Length > 1 || parsed.Query.Length > 1)
            ? ArticleIds.OfUrl(parsed)
            : null;

    private static UInt128 KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private RecordPlace Named(Place place)
    {
        InputFile file = files.Files[place.File];
        return new(place.Entry < 0 ? file.Path : InputFileReader.NameOf(file, place.Entry), place.Line);
    }

    private static ReadOutcome Rejected(Article article, ReadOutcome outcome, string code, string reason) =>
        With(outcome, null, Problem(article, outcome, code, ProblemEffect.RecordRejected, reason));

    private static ReadOutcome With(ReadOutcome outcome, Article? article, IngestionProblem problem) =>
        outcome with { Article = article, Problems = [.. outcome.Problems, problem] };

    private static IngestionProblem Problem(Article article, ReadOutcome outcome, string code, ProblemEffect effect, string reason) => new()
    {
        Code = code,
        Effect = effect,
        Place = outcome.Place,
        Reason = reason,
        Excerpt = IngestionProblem.ExcerptOf(article.Title),
        Id = article.Id,
    };

    private readonly record struct Place(int File, int Line, long Entry, bool OwnId);
}
