using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Tests.Articles;

public class AuthorNamesTests
{
    [Theory]
    [InlineData("Ann Lee", "Ann Lee")]
    [InlineData("By Ann Lee", "Ann Lee")]
    [InlineData("BY: Ann Lee", "Ann Lee")]
    [InlineData("Ann Lee, Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee and Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee, Bob Ray and Cy Moe", "Ann Lee|Bob Ray|Cy Moe")]
    [InlineData("Ann Lee, Bob Ray, and Cy Moe", "Ann Lee|Bob Ray|Cy Moe")]
    [InlineData("Ann Lee & Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee with Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("John Smith, Jr.", "John Smith, Jr.")]
    [InlineData("John Smith, Jr., Ann Lee, M.D.", "John Smith, Jr.|Ann Lee, M.D.")]
    [InlineData("Smith, John; Lee, Ann", "Smith, John|Lee, Ann")]
    [InlineData("Ann Lee|Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Food and Drug Administration", "Food and Drug Administration")]
    [InlineData("Department of Health and Human Services", "Department of Health and Human Services")]
    [InlineData("Jane and John Smith", "Jane and John Smith")]
    [InlineData("Ann Lee, \"Bob Ray\", Ann Lee", "Ann Lee|Bob Ray")]
    [InlineData("['Ann Lee', 'Bob Ray']", "Ann Lee|Bob Ray")]
    [InlineData("Byron York", "Byron York")]
    [InlineData("Ann Lee,,  ", "Ann Lee")]
    [InlineData(", ", "")]
    public void Bylines_are_cut_into_names(string byline, string names) =>
        Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), AuthorNames.Split(byline));

    [Fact]
    public void Entries_of_a_list_are_whole_names() => Assert.Equal(["Lee, Ann", "Bob Ray"], AuthorNames.Of(["Lee, Ann", "by Bob Ray", " bob ray "]));
}
