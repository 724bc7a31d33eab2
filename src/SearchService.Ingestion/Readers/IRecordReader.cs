namespace SearchService.Ingestion.Readers;

/// <summary>Reads the records of one file format: one implementation per format.</summary>
/// <remarks>Stateless. Problems are yielded where they occur; only a bug throws.</remarks>
internal interface IRecordReader
{
    /// <summary>Reads all records, in order, holding one at a time.</summary>
    /// <param name="scope">The open file and how to read it.</param>
    IEnumerable<RawOutcome> Read(ReadScope scope);
}
