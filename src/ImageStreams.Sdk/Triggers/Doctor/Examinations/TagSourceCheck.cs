using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Says what a tag is made of, by its wish.</summary>
internal static class TagSourceCheck
{
    public static TagSourceKind Of(TagReference wish) => wish.From switch
    {
        null => TagSourceKind.Pushes,
        { Kind: ReferenceKinds.ImageStreamTag } => TagSourceKind.Tag,
        { Kind: ReferenceKinds.ImageStreamImage, Name: var name } =>
            NameScanner.TryScanImage(name ?? "", out _, out _) ? TagSourceKind.Pinned : TagSourceKind.Invalid,
        { Kind: ReferenceKinds.DockerImage, Name: var name } => OfPullSpec(name ?? "", wish.Reference),
        _ => TagSourceKind.Invalid,
    };

    private static TagSourceKind OfPullSpec(string pullSpec, bool isReference) =>
        !ImageReference.TryParse(pullSpec, out var image) ? TagSourceKind.Invalid
        : isReference ? TagSourceKind.Reference
        : image.Id.Length > 0 ? TagSourceKind.Pinned
        : TagSourceKind.Import;
}
