namespace SearchService.Quotations.Text;

/// <summary>A half-open range <c>[Start, End)</c> of the numbers of tokens.</summary>
/// <param name="Start">The first inside.</param>
/// <param name="End">The first after.</param>
internal readonly record struct TokenRange(int Start, int End)
{
    /// <summary>Gets a value indicating whether nothing is inside.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Tells whether a token is inside.</summary>
    public bool Contains(int token) => token >= Start && token < End;
}
