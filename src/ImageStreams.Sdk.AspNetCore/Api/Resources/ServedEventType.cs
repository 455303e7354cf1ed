namespace ImageStreams.AspNetCore;

/// <summary>The types of events of a watch.</summary>
public enum ServedEventType
{
    /// <summary>An object was added, began to be selected, or exists.</summary>
    Added,

    /// <summary>An object was changed.</summary>
    Modified,

    /// <summary>An object was deleted, or is no longer selected.</summary>
    Deleted,

    /// <summary>The watch has reached a version.</summary>
    Bookmark,
}
