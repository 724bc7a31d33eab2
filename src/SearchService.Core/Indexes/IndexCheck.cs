using System.Collections.Immutable;

namespace SearchService.Core.Indexes;

/// <summary>What a check of an index looked at and found.</summary>
/// <param name="Generation">That was checked, or null when none could be read.</param>
/// <param name="IsSound">Whether nothing is damaged; what merely lies about needlessly is a finding too.</param>
/// <param name="Findings">A line each: how bad, the file, what is wrong.</param>
/// <param name="Bytes">Of files whose checksum was computed.</param>
/// <param name="Terms">Walked.</param>
/// <param name="Postings">Walked.</param>
/// <param name="Positions">Walked.</param>
/// <param name="Documents">Read from the store.</param>
public sealed record IndexCheck(
    long? Generation, bool IsSound, ImmutableArray<string> Findings, long Bytes, long Terms, long Postings, long Positions, long Documents);
