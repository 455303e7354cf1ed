namespace ImageStreams.Workloads;

/// <summary>Indicates whether a field path leads to the image of a container.</summary>
internal enum PodFieldKind
{
    /// <summary>It does.</summary>
    Image,

    /// <summary>To something that is not in the specification of the pods.</summary>
    OutsidePods,

    /// <summary>To something in there that is no container's image.</summary>
    Malformed,

    /// <summary>To that of a container which does not exist.</summary>
    NoContainer,
}
