namespace ImageStreams.Manifests;

/// <summary>The tags of YAML's core schema that a node may have.</summary>
internal enum TextNodeTag : byte
{
    /// <summary>No tag, or one that is not of the core schema: the value's text decides.</summary>
    None,
    Text,
    Integer,
    Float,
    Boolean,
    Null,
}
