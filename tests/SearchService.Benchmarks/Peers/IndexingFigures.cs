namespace SearchService.Benchmarks.Peers;

/// <summary>What an engine used to index the articles in a process of its own.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Threads">Threads that index; one more reads.</param>
/// <param name="Seconds">By the clock, from the first article read to the commit.</param>
/// <param name="ProcessorSeconds">Of all processors, the start of the process included.</param>
/// <param name="PeakMiB">The most memory resident.</param>
/// <param name="PeakOwnMiB">The most without the pages of mapped files, which the system takes back when it needs them.</param>
internal sealed record IndexingFigures(string Engine, int Threads, double Seconds, double ProcessorSeconds, double PeakMiB, double PeakOwnMiB);
