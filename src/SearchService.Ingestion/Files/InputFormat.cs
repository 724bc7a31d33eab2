namespace SearchService.Ingestion.Files;

/// <summary>How a file holds its articles; said by its name, or else by its content.</summary>
public enum InputFormat
{
    /// <summary>An object a line: <c>.jsonl</c>, <c>.ndjson</c>.</summary>
    JsonLines,

    /// <summary>An array of objects, one object, or objects one after another: <c>.json</c>.</summary>
    Json,

    /// <summary>Rows under a header, separated by commas or semicolons: <c>.csv</c>.</summary>
    Csv,

    /// <summary>Rows under a header, separated by tabs: <c>.tsv</c>.</summary>
    Tsv,

    /// <summary>One article, as pasted or scraped: <c>.txt</c>.</summary>
    Text,

    /// <summary>A saved page: <c>.html</c>, <c>.htm</c>, <c>.xhtml</c>.</summary>
    Html,

    /// <summary>A feed, RSS, RDF or Atom: <c>.xml</c>, <c>.rss</c>, <c>.atom</c>, <c>.rdf</c>.</summary>
    Feed,

    /// <summary>What a crawler was answered, record after record: <c>.warc</c>.</summary>
    Warc,

    /// <summary>An archive of files, each read as if it stood in a folder of the archive's name: <c>.zip</c>.</summary>
    Zip,
}
