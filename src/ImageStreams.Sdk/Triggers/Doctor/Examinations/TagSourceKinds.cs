using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Says what a tag is made of, by its wish.</summary>
internal static class TagSourceKinds
{
    public static TagSourceKind FromReference(TagReference reference) => reference.From switch
    {
        null => TagSourceKind.Pushes,
        { Kind: ReferenceKinds.ImageStreamTag } => TagSourceKind.Tag,
        { Kind: ReferenceKinds.ImageStreamImage, Name: var name } =>
            NameScanner.TryScanLocalImage(name ?? "", out _, out _) ? TagSourceKind.Pinned : TagSourceKind.Invalid,
        { Kind: ReferenceKinds.DockerImage, Name: var name } => FromPullSpec(name ?? "", reference.Reference),
        _ => TagSourceKind.Invalid,
    };

    private static TagSourceKind FromPullSpec(string pullSpec, bool isReference) =>
        !ImageReference.TryParse(pullSpec, out var image) ? TagSourceKind.Invalid
        : isReference ? TagSourceKind.Reference
        : image.Id.Length > 0 ? TagSourceKind.Pinned
        : TagSourceKind.Import;
}
