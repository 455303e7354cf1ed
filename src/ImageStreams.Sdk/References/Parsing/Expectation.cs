namespace ImageStreams.References;

/// <summary>The production that a scanner was in when it met what does not fit.</summary>
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
