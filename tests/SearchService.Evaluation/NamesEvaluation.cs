using System.Diagnostics;
using System.Globalization;
using SearchService.Analysis.Names;
using SearchService.Evaluation.Names;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Names found by other spellings of theirs, whole ones and words, in Latin letters and in two others.</summary>
/// <remarks>One half of each set is learned from and tuned on, the other only reported; a cluster's id decides.</remarks>
internal sealed class NamesEvaluation : IEvaluation
{
    /// <summary>Whole names, under <c>names</c>.</summary>
    public const string Persons = "ofac_person_spelling.jsonl";

    public string Name => "names";

    public IReadOnlyList<string> Needs => ["names"];

    public void Run(Report report, string findings)
    {
        report.Section("Spellings of names");
        report.Line("One spelling is given; what is looked for are the others of its cluster, among all names of the set. *Learned from* is the half of the clusters that costs and limits come from, *kept back* the other. *Found* and *right* count pairs of names, so that a cluster of twenty counts as four hundred; *by name* is the mean over the names given.");
        report.Line();
        report.Row("set", "half", "given", "found (goal)", "found, by name", "of what is added right (goal)", "right, by name", "time a look-up");
        report.Row("---", "---", "---:", "---:", "---:", "---:", "---:", "---:");
        using StreamWriter errors = new(Path.Combine(findings, "names.tsv"));
        WritePersons(report, errors);
        WriteWords(report, errors, "Russian", "wikidata_russian_token_variants.jsonl", "90 %");
        WriteWords(report, errors, "Arabic", "wikidata_arabic_token_variants.jsonl", "");
        report.Line();
        report.Line(Speed());
    }

    private static void WritePersons(Report report, StreamWriter errors)
    {
        List<NameCluster> all = NameCluster.Read(Persons);
        ILookup<string, string> clusters = all.SelectMany(static cluster => cluster.Spellings.Select(spelling => (spelling.Text, cluster.Id))).ToLookup(static pair => pair.Text, static pair => pair.Id);
        NameIndex index = new(clusters.Select(static names => (names.Key, 1L)));
        foreach (bool isTrain in (bool[])[true, false])
        {
            Tally tally = new();
            foreach (NameCluster cluster in all.Where(cluster => cluster.IsTrain == isTrain))
            {
                foreach ((string given, _) in cluster.Spellings)
                {
                    HashSet<string> found = [.. tally.Timed(() => index.Find(given)).Select(static match => match.Name).Where(name => name != given)];
                    string[] wanted = [.. cluster.Spellings.Select(static spelling => spelling.Text).Where(text => text != given)];
                    tally.Add(wanted, found, name => clusters[name].Intersect(clusters[given]).Any(), (kind, name) => errors.WriteLine($"{kind}\tpersons\t{Half(isTrain)}\t{given}\t{name}"));
                }
            }

            tally.Write(report, "whole names of persons (OFAC)", Half(isTrain), "90 %", "95 %");
        }
    }

    private static void WriteWords(Report report, StreamWriter errors, string language, string file, string goal)
    {
        List<NameCluster> all = NameCluster.Read(file);
        NameWordIndex originals = new(all.Select(static cluster => (cluster.Original!, 1L)));
        NameWordIndex spellings = new(all.SelectMany(static cluster => cluster.Spellings.Select(static spelling => spelling.Text)).Distinct().Select(static text => (text, 1L)));
        Dictionary<string, NameCluster> byOriginal = all.ToDictionary(static cluster => cluster.Original!);
        foreach (bool isTrain in (bool[])[true, false])
        {
            Tally there = new();
            Tally back = new();
            foreach (NameCluster cluster in all.Where(cluster => cluster.IsTrain == isTrain))
            {
                string canonical = cluster.Spellings[0].Text;
                HashSet<string> own = [.. cluster.Spellings.Select(static spelling => spelling.Text)];
                there.Add(
                    [cluster.Original!],
                    there.Timed(() => originals.Find(canonical)).Select(static match => match.Name).ToHashSet(),
                    name => byOriginal[name].Spellings.Any(spelling => spelling.Text == canonical),
                    (kind, name) => errors.WriteLine($"{kind}\tfrom Latin\t{Half(isTrain)}\t{canonical}\t{name}\t{NameSpelling.Distance(canonical, name)}"));
                back.Add(
                    [canonical],
                    back.Timed(() => spellings.Find(cluster.Original!)).Select(static match => match.Name).ToHashSet(),
                    own.Contains,
                    (kind, name) => errors.WriteLine($"{kind}\tto Latin\t{Half(isTrain)}\t{cluster.Original}\t{name}\t{NameSpelling.Distance(cluster.Original!, name)}"));
            }

            there.Write(report, $"words, {language} from Latin", Half(isTrain), goal, "");
            back.Write(report, $"words, {language} to Latin", Half(isTrain), goal, "");
        }
    }

    /// <summary>Look-ups among 100,000 names: the spellings of the sets, and words made of their halves.</summary>
    private static string Speed()
    {
        string[] words = [.. NameCluster.Read("wikidata_russian_token_variants.jsonl").Concat(NameCluster.Read("wikidata_arabic_token_variants.jsonl"))
            .SelectMany(static cluster => cluster.Spellings.Select(static spelling => spelling.Text).Append(cluster.Original!)).Distinct()];
        HashSet<string> many = [.. words];
        Random random = new(1);
        while (many.Count < 100_000)
        {
            string first = words[random.Next(words.Length)];
            string second = words[random.Next(words.Length)];
            many.Add(string.Concat(first.AsSpan(0, (first.Length + 1) / 2), second.AsSpan(second.Length / 2)));
        }

        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        NameWordIndex index = new(many.Select(static word => (word, 1L)));
        TimeSpan made = Process.GetCurrentProcess().TotalProcessorTime - before;
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        before = Process.GetCurrentProcess().TotalProcessorTime;
        const int LookUps = 10_000;
        long found = 0;
        for (int i = 0; i < LookUps; i++)
        {
            found += index.Find(words[i * 7 % words.Length]).Length;
        }

        double each = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / LookUps;
        GC.KeepAlive(index);
        return string.Create(CultureInfo.InvariantCulture, $"Among 100,000 words of names a look-up takes {each:F0} µs and finds {(double)found / LookUps:F1}; making the index {made.TotalMilliseconds:F0} ms and {memory / 1048576.0:F0} MB.");
    }

    private static string Half(bool isTrain) => isTrain ? "learned from" : "kept back";
}
