namespace ImageStreams.Manifests;

/// <summary>An edit of one image name in a file; see <see cref="ImageMentionSet.Edit"/>.</summary>
public sealed record ImageMentionEdit
{
    /// <summary>The name to edit.</summary>
    public required ImageMention Mention
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>The new image name, whole: repository, tag and digest.</summary>
    public required string Image
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
}
