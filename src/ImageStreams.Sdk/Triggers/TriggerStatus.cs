namespace ImageStreams.Triggers;

/// <summary>What became of an image-change trigger.</summary>
public enum TriggerStatus
{
    /// <summary>It fires: the tag points to another image than the last one.</summary>
    Fires,

    /// <summary>It fired for this image already, or the field has it already.</summary>
    Unchanged,

    /// <summary>It is held back.</summary>
    Paused,

    /// <summary>It names no image: neither itself nor, for a build, its strategy.</summary>
    NoReference,

    /// <summary>What it names is no image stream tag.</summary>
    NotATag,

    /// <summary>The tag does not point to an image: it does not exist, or was never imported.</summary>
    Unresolved,

    /// <summary>The field it is to set is none of the object's pods: passed over.</summary>
    OutsidePods,

    /// <summary>The field it is to set is no container's image: a mistake.</summary>
    InvalidFieldPath,

    /// <summary>The container whose image it is to set does not exist: a mistake.</summary>
    NoSuchContainer,
}
