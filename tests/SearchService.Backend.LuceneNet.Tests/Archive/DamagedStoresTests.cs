using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Archive;

/// <summary>Stored articles stay on disk, and only their file's end is looked at when an index is opened.</summary>
public sealed class DamagedStoresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_damaged_article_is_an_error_of_the_index_and_nothing_else()
    {
        Random random = Seeds.Random();
        Article[] articles = [.. Enumerable.Range(0, 40).Select(number => new Article
        {
            Id = $"{number}",
            Title = $"Ferry {number}",
            Text = string.Join(' ', Enumerable.Range(0, 150).Select(_ => $"word{random.Next(2_000)}")),
        })];
        HandmadeIndex.Write(_folder.Path, articles);
        string file = Assert.Single(Directory.GetFiles(_folder.Path, "*.fdt"));
        byte[] whole = File.ReadAllBytes(file);
        int refused = 0;
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(whole.Length - 16)] ^= (byte)random.Next(1, 256); // the last 16 are the checksum
            File.WriteAllBytes(file, damaged);
            refused += Read() ? 0 : 1;
            Assert.False(new LuceneNetBackend().Check(_folder.Path, CancellationToken.None).IsSound);
        }

        Assert.InRange(refused, 1, 60);
        File.WriteAllBytes(file, whole);
        Assert.True(Read());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Whether all articles could be read; what they are, only the check can tell.</summary>
    private bool Read()
    {
        try
        {
            using IArticleIndex index = new LuceneNetBackend().OpenIndex(_folder.Path);
            return Enumerable.Range(0, 40).All(number => index.TryGet($"{number}", out _, out _));
        }
        catch (IndexException)
        {
            return false;
        }
    }
}
