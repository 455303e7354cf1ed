using ImageStreams.References;

namespace ImageStreams.Builds;

/// <summary>Finds the tag that a build pushes its image to.</summary>
internal static class PushedTag
{
    /// <summary>Finds the tag in the output of a build configuration; null when it pushes elsewhere, or not at all.</summary>
    /// <remarks>
    /// Reads the normal form of the output. A name without a tag means <c>latest</c>; no namespace means that of the build
    /// configuration.
    /// </remarks>
    public static ImageStreamTagName? Find(BuildConfig build)
    {
        if (build.WithDefaults().Spec.Output.To is not { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } to)
        {
            return null;
        }

        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return ImageStreamTagName.FromParts(to.NamespaceOr(build.Namespace), stream, tag);
    }
}
