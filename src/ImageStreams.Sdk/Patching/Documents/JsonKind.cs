namespace ImageStreams.Patching;

/// <summary>The types that Go's decoder gives to JSON values.</summary>
internal enum JsonKind
{
    Null,
    Map,
    List,
    Text,
    Bool,
    Integer,
    Float,
}
