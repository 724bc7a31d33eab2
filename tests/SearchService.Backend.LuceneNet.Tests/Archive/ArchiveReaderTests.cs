using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Articles;

namespace SearchService.Backend.LuceneNet.Tests.Archive;

public sealed class ArchiveReaderTests
{
    [Fact]
    public void Documents_without_words_are_the_same_for_each_who_asks_whatever_others_do_with_theirs()
    {
        using LuceneArchive archive = new(new Article { Id = "a", Text = "words" }, new Article { Id = "b", Title = "words", Text = "…" }, new Article { Id = "c" });
        using ArchiveReader reader = ArchiveReader.Open("x", archive.Path);
        FixedBitSet first = reader.WithoutWords(ArticleFields.Text);
        Assert.Equal([1, 2], first.Each());
        first.Flip(0, first.Length);
        Assert.Equal([1, 2], reader.WithoutWords(ArticleFields.Text).Each());
        Assert.Equal([0, 2], reader.WithoutWords(ArticleFields.Title).Each());
        Assert.Equal([0, 1, 2], reader.WithoutWords(ArticleFields.Said).Each());
    }

    [Fact]
    public void Files_are_closed_with_the_last_user_and_no_sooner()
    {
        using LuceneArchive archive = new(new Article { Id = "a", Text = "words" });
        ArchiveReader reader = ArchiveReader.Open("x", archive.Path);
        Assert.True(reader.TryTake());
        reader.Dispose();
        Assert.Equal("words", reader.ReadArticle(0).Text);
        reader.Dispose();
        Assert.False(reader.TryTake());
        Assert.Throws<ObjectDisposedException>(() => reader.ReadArticle(0));
        Assert.Throws<ObjectDisposedException>(reader.Dispose);
    }
}
