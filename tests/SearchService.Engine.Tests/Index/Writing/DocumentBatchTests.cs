using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class DocumentBatchTests
{
    [Fact]
    public void Each_document_keeps_its_values_and_bytes_whatever_the_caller_does_next()
    {
        var batch = new DocumentBatch();
        var document = new Document();
        byte[] stored = [1, 2];
        document.AddText(0, "one");
        document.Stored = stored;
        batch.Add(document, 70);
        stored[0] = 9;
        document.Clear();
        batch.Add(document, 71);
        document.AddNumber(2, 5);
        document.AddKeyword(1, "two");
        document.Stored = new byte[] { 3 };
        batch.Add(document, 72);
        document.Clear();

        Assert.Equal(3, batch.Count);
        Assert.Equal(70, batch.FirstNumber);
        Assert.Equal("one", Assert.Single(batch.Values(0).ToArray()).Text);
        Assert.Equal([1, 2], batch.Stored(0).ToArray());
        Assert.Empty(batch.Values(1).ToArray());
        Assert.Empty(batch.Stored(1).ToArray());
        Assert.Equal([(2, 5L), (1, 0L)], batch.Values(2).ToArray().Select(value => (value.Field, value.Number)));
        Assert.Equal([3], batch.Stored(2).ToArray());
        Assert.Equal(3 + 2 + 3 + 1, batch.Weight);
    }

    [Fact]
    public void A_batch_is_full_at_64_documents_or_at_its_weight()
    {
        var batch = new DocumentBatch();
        var document = new Document();
        for (int i = 0; i < DocumentBatch.MaxDocuments; i++)
        {
            Assert.False(batch.IsFull);
            batch.Add(document, i);
        }

        Assert.True(batch.IsFull);
        batch.Clear();
        Assert.False(batch.IsFull);
        document.Stored = new byte[DocumentBatch.MaxWeight];
        batch.Add(document, 64);
        Assert.True(batch.IsFull);
        Assert.Equal(64, batch.FirstNumber);
    }
}
