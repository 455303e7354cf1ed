namespace ImageStreams.Workloads;

/// <summary>The reasons why the annotation <c>image.openshift.io/triggers</c> cannot be used.</summary>
public enum TriggerAnnotationFailure
{
    /// <summary>The text is not valid JSON.</summary>
    InvalidJson,

    /// <summary>A text has half of a surrogate pair.</summary>
    InvalidText,

    /// <summary>A value has another type than expected.</summary>
    UnexpectedValue,

    /// <summary>Two triggers are on one field.</summary>
    DuplicateField,
}
