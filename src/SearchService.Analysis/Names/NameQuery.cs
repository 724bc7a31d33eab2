namespace SearchService.Analysis.Names;

/// <summary>A name asked for.</summary>
/// <param name="Name">Its words.</param>
/// <param name="Spellings">Of each of its parts, the parts of other names that are spellings of it, with their distances.</param>
/// <param name="Weights">Of each of its parts, how much it says, in nats: the more, the fewer names have it.</param>
internal sealed record NameQuery(PersonName Name, IReadOnlyDictionary<string, int>[] Spellings, double[] Weights);
