namespace ImageStreams.Resolution;

/// <summary>The reasons why admission leaves an image unchanged.</summary>
public enum AdmissionReason
{
    /// <summary>The policy has no rule for objects of this kind, such as pod templates.</summary>
    KindNotCovered,

    /// <summary>Another object manages this one, and was admitted itself.</summary>
    HasController,

    /// <summary>The object is updated, and of a kind that is rewritten only when it is created, such as a job.</summary>
    OnlyOnCreate,

    /// <summary>The container of this name had this image before the update.</summary>
    Unchanged,

    /// <summary>The name means an image, but not by the name of a stream of the namespace.</summary>
    NotALocalName,

    /// <summary>The name means no image.</summary>
    NotResolved,
}
