namespace ImageStreams.Builds;

/// <summary>Completes the references of builds as OpenShift's build API does.</summary>
internal static class BuildReferences
{
    /// <summary>Completes the base image of a strategy: no kind means a tag, and a stream means its tag <c>latest</c>.</summary>
    /// <returns>The complete reference; the same object when it is complete.</returns>
    public static ObjectReference Complete(ObjectReference from) =>
        from.Kind == ReferenceKinds.ImageStream ? from.WithLatestTag() : from.WithDefaultKind();

    /// <summary>Completes the output of a build: no kind means a stream, and a stream means its tag <c>latest</c>.</summary>
    /// <returns>The complete reference; the same object when it is complete.</returns>
    public static ObjectReference CompleteOutput(ObjectReference to) =>
        string.IsNullOrEmpty(to.Kind) || to.Kind == ReferenceKinds.ImageStream ? to.WithLatestTag() : to;
}
