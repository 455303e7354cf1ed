namespace ImageStreams.Manifests;

/// <summary>Reads <c>devcontainer.json</c>, which may have comments, and commas behind the last entry.</summary>
internal sealed class DevContainerReader : IMentionReader
{
    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.DevContainer;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var trees = new MentionTrees(reading);
        foreach (var tree in trees.ReadAll(new SourceText(reading.File.Name, JsonComments.Mask(reading.Text))))
        {
            trees.AddImage(tree, MentionTrees.Find(tree, 0, "image"));
        }
    }
}
