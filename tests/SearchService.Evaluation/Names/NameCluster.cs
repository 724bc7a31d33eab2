using System.Text.Json;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Names;

/// <summary>Spellings of one name, as the shared data has them.</summary>
/// <param name="Id">Of the cluster.</param>
/// <param name="Spellings">In Latin letters, the one it is known by first, each once, with how often it was counted.</param>
/// <param name="Original">In the script it comes from, or null.</param>
internal sealed record NameCluster(string Id, IReadOnlyList<(string Text, int Count)> Spellings, string? Original)
{
    /// <summary>Gets a value indicating whether it is of the half that is learned from; the other half is reported.</summary>
    public bool IsTrain { get; } = Hash(Id) % 2 == 0;

    /// <summary>Gets a number that comes from its id alone, to part clusters by.</summary>
    public int Number { get; } = (int)(Hash(Id) >> 1);

    /// <summary>Reads a file of clusters.</summary>
    /// <param name="file">Under <c>names</c>.</param>
    public static List<NameCluster> Read(string file)
    {
        List<NameCluster> clusters = [];
        foreach (string line in File.ReadLines(SharedData.PathOf($"names/{file}")))
        {
            JsonElement record = JsonDocument.Parse(line).RootElement;
            List<(string, int)> spellings = [];
            IEnumerable<string> names = record.GetProperty("variants").EnumerateArray().Select(static name => name.GetString()!).Prepend(record.GetProperty("canonical").GetString()!);
            if (record.TryGetProperty("counts", out JsonElement counts))
            {
                spellings.AddRange(counts.EnumerateObject().Select(static count => (count.Name, count.Value.GetInt32())));
                names = names.Where(name => !spellings.Exists(spelling => spelling.Item1 == name));
            }

            spellings.AddRange(names.Distinct(StringComparer.Ordinal).Select(static name => (name, 1)));
            string canonical = record.GetProperty("canonical").GetString()!;
            clusters.Add(new NameCluster(
                record.GetProperty("id").GetString()!,
                [.. spellings.OrderByDescending(spelling => spelling.Item1 == canonical)],
                record.TryGetProperty("original_script", out JsonElement original) ? original.GetString() : null));
        }

        return clusters;
    }

    private static uint Hash(string text)
    {
        uint hash = 2166136261; // FNV-1a, then mixed, for its lowest bit hangs on the lowest bits of the letters alone
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return (hash * 0x9E3779B1) >> 16;
    }
}
