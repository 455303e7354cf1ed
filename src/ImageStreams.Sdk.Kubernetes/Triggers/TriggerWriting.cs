namespace ImageStreams.Kubernetes;

/// <summary>The manners in which <see cref="KubernetesTriggerTarget"/> writes the new images of an object.</summary>
public enum TriggerWriting
{
    /// <summary>A JSON patch of the images, under the conditions that the object is the same, its triggers are as they were, and each
    /// container still has the name and the image that were evaluated.</summary>
    PatchImages,

    /// <summary>An update of the whole object in the version that was evaluated, as OpenShift's own controller does it; any other
    /// write since then, also of the status, is a conflict.</summary>
    ReplaceObjects,
}
