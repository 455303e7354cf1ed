namespace ImageStreams.Kubernetes;

/// <summary>The ways to write fields of an object.</summary>
public enum WriteMethod
{
    /// <summary>A server-side apply: the fields become those of the field manager, and what it applied before and leaves out now is
    /// removed.</summary>
    Apply,

    /// <summary>A read, a merge of the fields into the object, and an update on condition of the version that was read; again while others
    /// write in between. Nothing is removed.</summary>
    Update,
}
