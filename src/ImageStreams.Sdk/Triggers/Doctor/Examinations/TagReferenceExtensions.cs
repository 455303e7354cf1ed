using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Extends <see cref="TagReference"/> for the doctor.</summary>
internal static class TagReferenceExtensions
{
    /// <summary>Gets the kind of the source of a spec tag.</summary>
    public static TagSourceKind GetSourceKind(this TagReference reference) => reference.From switch
    {
        null => TagSourceKind.Push,
        { Kind: ReferenceKinds.ImageStreamTag } => TagSourceKind.Tag,
        { Kind: ReferenceKinds.ImageStreamImage, Name: var name } =>
            NameScanner.TryScanLocalImage(name ?? "", out _, out _) ? TagSourceKind.Pinned : TagSourceKind.Invalid,
        { Kind: ReferenceKinds.DockerImage, Name: var name } => FromPullSpec(name ?? "", reference.Reference),
        _ => TagSourceKind.Invalid,
    };

    private static TagSourceKind FromPullSpec(string pullSpec, bool isReference)
    {
        if (!ImageReference.TryParse(pullSpec, out var image))
        {
            return TagSourceKind.Invalid;
        }

        if (isReference)
        {
            return TagSourceKind.Reference;
        }

        return image.Id.Length > 0 ? TagSourceKind.Pinned : TagSourceKind.Import;
    }
}
