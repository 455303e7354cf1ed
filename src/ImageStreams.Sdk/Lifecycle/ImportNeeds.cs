using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Stand-in until the real one is here.</summary>
internal static class ImportNeeds
{
    public static ImageStreamImport? FindRequest(ImageStream stream)
    {
        var isNew = !stream.Metadata.Annotations.ContainsKey("openshift.io/image.dockerRepositoryCheck");
        var images = stream.Spec.Tags
            .Where(wish => wish is { From.Kind: ReferenceKinds.DockerImage, Reference: false })
            .Where(wish => isNew || wish.Generation is null || wish.Generation > Seen(stream, wish.Name))
            .Select(wish => new ImageImportSpec
            {
                From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = wish.From!.Name },
                To = new LocalObjectReference { Name = wish.Name },
                ImportPolicy = wish.ImportPolicy,
                ReferencePolicy = wish.ReferencePolicy,
            })
            .ToValueList();
        return images.IsEmpty ? null : new ImageStreamImport
        {
            Metadata = new ObjectMeta
            {
                Name = stream.Metadata.Name,
                Namespace = stream.Metadata.Namespace,
                Uid = stream.Metadata.Uid,
                ResourceVersion = stream.Metadata.ResourceVersion,
            },
            Spec = new ImageStreamImportSpec { Import = true, Images = images },
        };
    }

    private static long Seen(ImageStream stream, string tag)
    {
        var history = stream.Status.Tags.Find(tag);
        var item = history is { Items: [var newest, ..] } ? newest.Generation : 0;
        var condition = history is { Conditions: [var first, ..] } ? first.Generation : 0;
        return Math.Max(item, condition);
    }
}
