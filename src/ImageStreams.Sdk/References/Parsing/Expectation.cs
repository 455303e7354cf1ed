namespace ImageStreams.References;

/// <summary>The production in which a scanner found an error.</summary>
internal enum Expectation
{
    None,
    Host,
    Port,
    PathComponent,
    Tag,
    Algorithm,
    Hexadecimal,
    Digest,
    OneColon,
    OneAt,
    StreamName,
}
