using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An object without fields: what stands behind the keys of a map that is used as a set.</summary>
[WireObject]
public sealed partial record EmptyObject;
