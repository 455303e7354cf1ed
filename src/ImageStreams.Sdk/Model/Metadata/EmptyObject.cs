using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An object without fields: the value of a map that is used as a set.</summary>
[WireObject]
public sealed partial record EmptyObject
{
    /// <summary>An empty object.</summary>
    public override string ToString() => "{}";
}
