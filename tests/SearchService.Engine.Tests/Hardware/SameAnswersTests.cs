using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using SearchService.Engine.Execution;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Hardware;

/// <summary>Whole searches, reduced to a digest: <see cref="HardwareTests"/> runs this in processes with less hardware and says what it has to be.</summary>
public sealed class SameAnswersTests
{
    internal const string DigestVariable = "SEARCH_ANSWERS_DIGEST";
    internal const string WidestVectorVariable = "SEARCH_WIDEST_VECTOR";

    [Fact]
    public void The_same_searches_have_the_same_answers_to_the_bit()
    {
        var seed = Seeds.Next();
        if (Environment.GetEnvironmentVariable(WidestVectorVariable) is { } bits)
        {
            Assert.InRange(WidestVector, 0, int.Parse(bits));
        }

        Assert.Equal(Environment.GetEnvironmentVariable(DigestVariable) ?? DigestOf(seed), DigestOf(seed));
    }

    /// <summary>Bits of the widest vectors that the hardware, as far as it may be used, computes with.</summary>
    internal static int WidestVector =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Indexes random documents, asks random queries, and digests documents, bits of scores, totals and counts.</summary>
    internal static string DigestOf(int seed)
    {
        var random = new Random(seed);
        using var corpus = Corpus.Random(random, 5_000, 300);
        var queries = new RandomQueries(random);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < 150; i++)
        {
            var result = corpus.Searcher.Search(new EngineSearch
            {
                Query = queries.Next(depth: i % 4),
                Filters = i % 3 == 0 ? [new("filter", queries.Next(depth: 0))] : [],
                Sort = i % 5 == 0 ? SortOrder.ByNumber(Corpus.Day, descending: i % 2 == 0) : SortOrder.Relevance,
                Facets = [new(Corpus.Source), new(Corpus.Tags) { OwnGroup = i % 3 == 0 ? "filter" : null }],
                Size = 50,
            });
            Add(digest, result.Total);
            foreach (var hit in result.Hits)
            {
                Add(digest, hit.Document);
                Add(digest, BitConverter.DoubleToInt64Bits(hit.Score));
                Add(digest, hit.Value ?? 0);
            }

            foreach (var (value, count) in result.Facets.SelectMany(facet => facet.Values).Select(value => (value.Value, value.Count)))
            {
                digest.AppendData(Encoding.UTF8.GetBytes(value));
                Add(digest, count);
            }
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }

    private static void Add(IncrementalHash digest, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        digest.AppendData(bytes);
    }
}
