namespace ImageStreams.Workloads;

/// <summary>The kinds of fields that the field path of a trigger may lead to.</summary>
internal enum PodFieldKind
{
    /// <summary>The image of a container.</summary>
    Image,

    /// <summary>A field outside the pod specification.</summary>
    OutsidePods,

    /// <summary>A field of the pod specification that is not the image of a container.</summary>
    Malformed,

    /// <summary>The image of a container that does not exist.</summary>
    NoContainer,
}
