using System.Text;
using SearchService.Engine.Index.Writing;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class KeywordBufferTests
{
    [Fact]
    public void A_documents_values_stay_its_own_and_equal_ones_count_once()
    {
        var buffer = new KeywordBuffer();
        buffer.Add(1, "JP");
        buffer.Add(1, "KZ");
        buffer.Add(1, "JP");
        buffer.Add(4, "KZ");

        string[] values = [.. Enumerable.Range(0, 6).Select(document => string.Join(' ', Values(buffer, document)))];
        Assert.Equal(["", "JP KZ", "", "", "KZ", ""], values);
        Assert.Equal(2, buffer.Values.Count);
    }

    [Fact]
    public void The_empty_value_is_a_value()
    {
        var buffer = new KeywordBuffer();
        buffer.Add(0, "");

        Assert.Equal([""], Values(buffer, 0));
    }

    [Fact]
    public void A_cleared_buffer_has_no_value_for_any_document()
    {
        var buffer = new KeywordBuffer();
        for (int document = 0; document < 300; document++)
        {
            buffer.Add(document, $"value {document}");
        }

        buffer.Clear();
        buffer.Add(2, "x");

        Assert.Equal([], Values(buffer, 0));
        Assert.Equal(["x"], Values(buffer, 2));
        Assert.Equal([], Values(buffer, 299));
        Assert.Equal(1, buffer.Values.Count);
    }

    private static string[] Values(KeywordBuffer buffer, int document) =>
        [.. buffer.Ids(document).ToArray().Select(id => Encoding.UTF8.GetString(buffer.Values.Bytes(id)))];
}
