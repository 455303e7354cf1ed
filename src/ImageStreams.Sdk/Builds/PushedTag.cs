using ImageStreams.References;

namespace ImageStreams.Builds;

/// <summary>Finds the tag that a build pushes its image to.</summary>
internal static class PushedTag
{
    /// <summary>Finds the tag in the output of a build configuration; null when it pushes elsewhere, or not at all.</summary>
    /// <remarks>
    /// No namespace means that of the build configuration. A name without a tag is refused by OpenShift, and is none.
    /// </remarks>
    public static ImageStreamTagName? Find(BuildConfig build) =>
        FindOutput(build) is { } to ? FindTag(to, build.Namespace) : null;

    /// <summary>Finds the tag or repository that a build pushes to, in its normal form; null when it pushes nothing.</summary>
    /// <remarks>A pipeline pushes nothing, whatever its output says.</remarks>
    public static ObjectReference? FindOutput(BuildConfig build)
    {
        var spec = build.WithDefaults().Spec;
        return spec.Output.To switch
        {
            _ when spec.Strategy.Type == BuildStrategy.PipelineType => null,
            { Kind: ReferenceKinds.DockerImage } to => to,
            { } to when FindTag(to, build.Namespace) is not null => to,
            _ => null,
        };
    }

    /// <summary>
    /// Determines whether a build is built from the tag that it pushes, so that the first image of the tag has to come from
    /// elsewhere.
    /// </summary>
    public static bool NeedsItself(BuildConfig build) =>
        Find(build) is { } tag
        && build.WithDefaults().Spec.Strategy.From is { } from
        && FindTag(from, build.Namespace) == tag;

    /// <summary>Finds the tag that a reference names; null when it is of another kind, or has no tag.</summary>
    public static ImageStreamTagName? FindTag(ObjectReference reference, string ns) =>
        reference is { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name }
        && ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            ? ImageStreamTagName.FromParts(reference.NamespaceOr(ns), stream, tag)
            : null;
}
