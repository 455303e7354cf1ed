namespace ImageStreams.Controllers;

/// <summary>The changes of an object as an index of triggers sees them.</summary>
internal enum TriggerChange
{
    /// <summary>The object listens to the same tags as before.</summary>
    None,

    /// <summary>The object is new, or listens to tags for the first time.</summary>
    Added,

    /// <summary>The object listens to other tags than before.</summary>
    Updated,

    /// <summary>The object was deleted.</summary>
    Deleted,
}
