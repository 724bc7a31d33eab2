using System.Text.Json;

namespace SearchService.Indexer.Tests.Commands;

public sealed class VerifyTests
{
    [Fact]
    public void What_is_verbatim_ends_with_0_and_says_where()
    {
        using Workplace workplace = Built();
        var ended = workplace.Run("verify", "-i", workplace.Index, "The STRAIT stays open");
        Assert.Equal(ExitCodes.Done, ended.Code);
        Assert.StartsWith("verbatim, in 1 article", ended.Lines[0], StringComparison.Ordinal);
        Assert.Contains("The Strait Times · GB · neutral · 2022-01-13 · 1", ended.Output, StringComparison.Ordinal);
        Assert.Contains("the strait stays open", ended.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_altered_ends_with_4_and_marks_the_words()
    {
        using Workplace workplace = Built();
        var ended = workplace.Run("verify", "-i", workplace.Index, "peacekeepers left our harbour Tuesday");
        Assert.Equal(ExitCodes.Altered, ended.Code);
        Assert.EndsWith("Peacekeepers left [-the-] {+our+} harbour [-on-] Tuesday", ended.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_absent_ends_with_5()
    {
        using Workplace workplace = Built();
        var ended = workplace.Run("verify", "-i", workplace.Index, "nobody raised the chain in autumn");
        Assert.Equal((ExitCodes.Absent, "absent"), (ended.Code, Assert.Single(ended.Lines)));
    }

    [Fact]
    public void As_JSON_it_has_offsets_into_both_texts()
    {
        using Workplace workplace = Built();
        const string Text = "peacekeepers left our harbour on Tuesday";
        JsonElement answer = workplace.Run("verify", "-i", workplace.Index, Text, "--json").Json;
        Assert.Equal("altered", answer.GetProperty("verdict").GetString());
        JsonElement place = answer.GetProperty("places")[0];
        JsonElement replaced = place.GetProperty("difference").EnumerateArray().Single(static part => part.GetProperty("kind").GetString() == "replaced");
        Assert.Equal("our", Text[replaced.GetProperty("given")[0].GetInt32()..replaced.GetProperty("given")[1].GetInt32()]);
        Assert.Equal("the", replaced.GetProperty("foundText").GetString());
        Assert.Equal("2", place.GetProperty("article").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("?!", "no words")]
    [InlineData(null, "MaxLengthInCharacters")]
    public void What_cannot_be_verified_is_wrong_usage(string? text, string why)
    {
        using Workplace workplace = Built();
        var ended = workplace.Run("verify", "-i", workplace.Index, text ?? new string('a', 100_000));
        Assert.Equal(ExitCodes.Usage, ended.Code);
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
    }

    private static Workplace Built()
    {
        Workplace workplace = new();
        Assert.Equal(ExitCodes.Done, workplace.Build().Code);
        return workplace;
    }
}
