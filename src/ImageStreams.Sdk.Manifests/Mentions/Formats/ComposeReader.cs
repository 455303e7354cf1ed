namespace ImageStreams.Manifests;

/// <summary>Reads compose files. The <c>image</c> of a service with <c>build</c> names what the build makes, and is left out.</summary>
internal sealed class ComposeReader : IMentionReader
{
    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.Compose;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var trees = new MentionTrees(reading);
        foreach (var tree in trees.ReadAll())
        {
            var services = MentionTrees.Find(tree, 0, "services");
            foreach (var service in MentionTrees.List(tree, services, TextNodeKind.Mapping))
            {
                if (MentionTrees.Find(tree, service, "build") < 0)
                {
                    trees.AddImage(tree, MentionTrees.Find(tree, service, "image"));
                }
            }
        }
    }
}
