namespace ImageStreams.Manifests;

/// <summary>Reads the <c>images</c> of kustomizations.</summary>
internal sealed class KustomizationReader : IMentionReader
{
    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.Kustomization;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        foreach (var tree in new MentionTrees(reading).ReadAll())
        {
            foreach (var item in MentionTrees.List(tree, MentionTrees.Find(tree, 0, "images"), TextNodeKind.Sequence))
            {
                if (KustomizeImage.Find(tree, tree.Resolve(item)) is { } image)
                {
                    reading.Add(image.ToDraft());
                }
            }
        }
    }
}
