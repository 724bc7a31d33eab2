using System.Text.RegularExpressions;

namespace SearchService.Architecture.Tests;

/// <summary>What no analyzer checks.</summary>
public sealed partial class HouseStyle
{
    private const int MaxLines = 400;

    [Fact]
    public void Unsafe_code_and_vectors_live_in_storage_and_kernels()
    {
        Assert.Empty(Repository.SourceFiles("src")
            .Where(path => !path.StartsWith("src/SearchService.Engine/Storage/", StringComparison.Ordinal)
                && !path.StartsWith("src/SearchService.Engine/Kernels/", StringComparison.Ordinal))
            .Where(path => UnsafeCode().IsMatch(Repository.Read(path))));
    }

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        Assert.Empty(Repository.SourceFiles("src").Concat(Repository.SourceFiles("src", "*.js")).Concat(Repository.SourceFiles("tests"))
            .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(path => (Path: path, Lines: Repository.Read(path).Count(c => c == '\n')))
            .Where(file => file.Lines > MaxLines));
    }

    [Fact]
    public void No_name_says_nothing()
    {
        Assert.Empty(Repository.SourceFiles("src").Where(path => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(path))));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (string path in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests")))
        {
            Match declared = DeclaredNamespace().Match(Repository.Read(path));
            if (declared.Success)
            {
                string expected = string.Join('.', path.Split('/')[1..^1]);
                Assert.True(expected == declared.Groups["name"].Value, $"{path} declares {declared.Groups["name"].Value}, its folder says {expected}.");
            }
        }
    }

    [Fact]
    public void Nothing_is_left_to_do_in_the_code()
    {
        Assert.Empty(Repository.SourceFiles("src").Where(path => Unfinished().IsMatch(Repository.Read(path))));
    }

    [GeneratedRegex(@"\bunsafe\b|\bVector(?:128|256|512)?[.<]|\bUnsafe\.|\bMemoryMarshal\.(?:GetReference|AsRef|CreateSpan|CreateReadOnlySpan)\b")]
    private static partial Regex UnsafeCode();

    [GeneratedRegex("(?:Manager|Helpers?|Utils?|Utility|Utilities|Common)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();
}
