namespace ImageStreams.Manifests;

/// <summary>The ways in which a node is written. JSON is flow style with double quotes.</summary>
internal enum TextNodeStyle : byte
{
    Block,
    Flow,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}
