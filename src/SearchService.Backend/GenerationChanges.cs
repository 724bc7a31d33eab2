using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Indexes;

namespace SearchService.Backend;

/// <summary>Tells what a new generation changes: the articles of the one before, by id and fingerprint, and those taken so far.</summary>
/// <remarks>An id is kept as 128 bits of its SHA-256: a few dozen bytes an article, whatever the ids look like. For one thread.</remarks>
public sealed class GenerationChanges
{
    private readonly Dictionary<UInt128, long> _before = [];
    private readonly HashSet<UInt128> _taken = [];
    private long _kept;

    /// <summary>Gets how many articles were taken.</summary>
    public long Taken => _taken.Count;

    /// <summary>Gets how many articles of the generation before were not.</summary>
    public long Removed => _before.Count - _kept;

    /// <summary>Adds an article of the generation before.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fingerprint">Of its content, see <see cref="ArticleCodec.Encode"/>.</param>
    public void AddBefore(string id, long fingerprint) => _before[KeyOf(id)] = fingerprint;

    /// <summary>Forgets the generation before: it can't be read.</summary>
    public void ForgetBefore() => _before.Clear();

    /// <summary>Whether an id was taken.</summary>
    public bool IsTaken(string id) => _taken.Contains(KeyOf(id));

    /// <summary>Takes an article, once it is in the new generation.</summary>
    /// <param name="id">Its id, which wasn't taken.</param>
    /// <param name="fingerprint">Of its content.</param>
    /// <returns>What it is against the generation before.</returns>
    public ArticleOutcome Take(string id, long fingerprint)
    {
        UInt128 key = KeyOf(id);
        _taken.Add(key);
        if (!_before.TryGetValue(key, out long before))
        {
            return ArticleOutcome.Added;
        }

        _kept++;
        return before == fingerprint ? ArticleOutcome.Unchanged : ArticleOutcome.Updated;
    }

    private static UInt128 KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
