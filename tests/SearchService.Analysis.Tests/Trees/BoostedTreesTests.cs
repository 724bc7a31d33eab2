using SearchService.Analysis.Trees;

namespace SearchService.Analysis.Tests.Trees;

public sealed class BoostedTreesTests
{
    private static readonly string[] Features = ["length", "links"];

    [Fact]
    public void Trees_add_up()
    {
        BoostedTrees trees = BoostedTrees.Parse("# two trees\nlength 10 1 2\n= -1\nlinks 0.5 3 4\n= 2\n= 0.25\n\n= 4\n", Features);
        Assert.Equal(2, trees.Count);
        Assert.Equal(3, trees.LogOdds([9, 0]));
        Assert.Equal(6, trees.LogOdds([10, 0.4f]));
        Assert.Equal(4.25, trees.LogOdds([10, 0.5f]));
        Assert.Equal(trees.LogOdds([10, 0]), trees.LogOdds([10, 0], 0, 1) + trees.LogOdds([10, 0], 1, 2));
    }

    [Theory]
    [InlineData("height 10 1 2\n= 0\n= 1")]
    [InlineData("length 10 0 1\n= 0\n= 1")]
    [InlineData("length 10 1 7\n= 0\n= 1")]
    [InlineData("length\n")]
    public void What_is_no_tree_is_refused(string text) => Assert.Throws<FormatException>(() => BoostedTrees.Parse(text, Features));

    [Fact]
    public void Rows_share_what_was_put_first()
    {
        List<string> names = [];
        FeatureRow row = new(names);
        row.Put("a", 1);
        row.Put("group", "b", true);
        Assert.Equal(["a", "group.b"], names);
        row.KeepFirst(1);
        row.PutSize("c", 3);
        Assert.Equal([1, 2], row.Values.ToArray());
    }
}
