namespace ImageStreams.Tool;

/// <summary>The states of a tag that follows an image.</summary>
internal enum FollowedTagStatus
{
    /// <summary>The image is the recorded one.</summary>
    Current,

    /// <summary>The name has another image now.</summary>
    Moved,

    /// <summary>The image is the recorded one, and the tag's policy chose another tag that its gates do not let pass.</summary>
    Held,

    /// <summary>No image is recorded.</summary>
    Unknown,

    /// <summary>The registry did not answer.</summary>
    Failed,
}
