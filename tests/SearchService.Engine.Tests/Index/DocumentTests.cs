using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Schema;

namespace SearchService.Engine.Tests.Index;

public sealed class DocumentTests
{
    [Fact]
    public void Values_keep_their_order_until_they_are_cleared()
    {
        var document = new Document { Stored = new byte[] { 1 } };
        document.AddText(0, "a");
        document.AddKeyword(1, "b");
        document.AddNumber(2, 3);
        var copy = new Document();
        copy.AddNumber(9, 9);
        copy.CopyFrom(document);
        document.Clear();
        Assert.True(document.Values.IsEmpty);
        Assert.True(document.Stored.IsEmpty);
        Assert.Equal([new FieldValue(0, FieldKind.Text, "a", 0), new FieldValue(1, FieldKind.Keyword, "b", 0), new FieldValue(2, FieldKind.Number, null, 3)], copy.Values.ToArray());
        Assert.Equal(1, copy.Stored.Length);
    }

    [Fact]
    public void A_schema_finds_its_fields_by_name_and_equals_only_its_like()
    {
        var schema = new IndexSchema(FieldDefinition.Text("text", TermForm.Word), FieldDefinition.Keyword("source"));
        Assert.Equal(1, schema.IndexOf("source"));
        Assert.Equal(-1, schema.IndexOf("Source"));
        Assert.Equal(new IndexSchema(FieldDefinition.Text("text", TermForm.Word), FieldDefinition.Keyword("source")), schema);
        Assert.NotEqual(new IndexSchema(FieldDefinition.Text("text"), FieldDefinition.Keyword("source")), schema);
        Assert.NotEqual(new IndexSchema(FieldDefinition.Keyword("source"), FieldDefinition.Text("text", TermForm.Word)), schema);
    }

    [Fact]
    public void A_schema_that_does_not_hold_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new IndexSchema(FieldDefinition.Keyword("")));
        Assert.Throws<ArgumentException>(() => new IndexSchema(FieldDefinition.Keyword("a"), FieldDefinition.Number("a")));
        Assert.Throws<ArgumentException>(() => new IndexSchema(FieldDefinition.Text("a", TermForm.Word, TermForm.Written)));
        Assert.Throws<ArgumentException>(() => new IndexSchema(FieldDefinition.Number("a") with { Forms = [TermForm.Word] }));
        Assert.Throws<ArgumentException>(() => new IndexSchema(Enumerable.Range(0, 256).Select(i => FieldDefinition.Number($"{i}"))));
    }
}
